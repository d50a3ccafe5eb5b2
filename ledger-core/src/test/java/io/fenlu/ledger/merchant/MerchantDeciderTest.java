package io.fenlu.ledger.merchant;

import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.books.MerchantPostings;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.merchant.MerchantCommand.OweRefund;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantEvent.SaleSetOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MerchantDeciderTest {
    private static final MerchantDecider DECIDER = new MerchantDecider();
    private static final MerchantId MERCHANT = new MerchantId(new UUID(0, 1));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));
    private static final EntryId ENTRY = new EntryId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private static MerchantCommand owes(String amount) {
        return new OweRefund(MERCHANT, "shop-1", ACCOUNT, ENTRY, yuan(amount), DAY);
    }

    private static MerchantCommand sells(String due) {
        return new SetOffSale(MERCHANT, "shop-1", ACCOUNT, ENTRY, yuan(due), DAY);
    }

    private static List<MerchantEvent> live(MerchantCommand... orders) {
        var facts = new ArrayList<MerchantEvent>();
        var state = DECIDER.initial();
        for (var order : orders) {
            if (DECIDER.decide(state, order) instanceof Decision.Accepted<MerchantEvent>(var accepted)) {
                for (var fact : accepted) {
                    facts.add(fact);
                    state = DECIDER.evolve(state, fact);
                }
            }
        }
        return facts;
    }

    @Test
    void a_sale_settles_what_the_merchant_owes_and_the_rest_is_paid() {
        assertThat(live(owes("300.00"), sells("994.00")).getLast()).isInstanceOfSatisfying(SaleSetOff.class, sale -> {
            assertThat(sale.setOff()).isEqualTo(yuan("300.00"));
            assertThat(sale.toPay()).isEqualTo(yuan("694.00"));
            assertThat(sale.owed()).isEqualTo(yuan("0.00"));
        });
    }

    @Test
    void what_one_sale_does_not_settle_stays_owed_for_the_next() {
        var facts =
                live(owes("300.00"), owes("50.00"), sells("100.00"), sells("200.00"), sells("70.00"), sells("9.00"));
        assertThat(facts.stream().map(MerchantEvent::owed))
                .containsExactly(yuan("300.00"), yuan("350.00"), yuan("250.00"), yuan("50.00"), yuan("0.00"));
        assertThat(((SaleSetOff) facts.getLast()).toPay()).isEqualTo(yuan("20.00"));
    }

    @Test
    void what_is_set_off_is_neither_to_be_paid_nor_owed_any_more() {
        var facts = live(owes("300.00"), sells("994.00"));
        assertThat(MerchantPostings.of(facts.getFirst()).entries())
                .as("the refund's own fact has booked it")
                .isEmpty();
        assertThat(MerchantPostings.of(facts.getLast()).entries())
                .extracting(Entry::side, Entry::account, Entry::amount)
                .containsExactly(
                        tuple(Entry.Side.DEBIT, LedgerAccount.PAYOUTS_IN_TRANSIT, yuan("300.00")),
                        tuple(Entry.Side.CREDIT, LedgerAccount.DUE_FROM_MERCHANTS, yuan("300.00")));
    }

    @Test
    void a_set_off_for_a_merchant_that_never_owed_is_corrupt_history() {
        var sale = live(owes("300.00"), sells("994.00")).getLast();
        assertThatThrownBy(() -> DECIDER.evolve(DECIDER.initial(), sale)).isInstanceOf(CorruptHistory.class);
    }
}
