package io.fenlu.ledger.loan;

import static io.fenlu.ledger.story.Entries.id;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand.DrawTranche;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanHappening.TrancheDrawn;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom the bank is told to pay when a part of a loan of 1,200.00 is drawn on 1 January 2024. */
class PayingSuppliersTest {
    private static final LoanId LOAN = new LoanId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final PurposeBinding ORDER = new PurposeBinding("supplier-1", "order-1");

    private static @Nullable PayoutInstruction told(
            int engine, PayoutChannel channel, @Nullable PurposeBinding purpose, @Nullable String bankReference) {
        var story = new LoanStory();
        var agreement = agreement(TermsRow.equalPrincipal().engine(engine).terms(), "1200.00", "0.12", 3);
        var payout = new PayoutInstruction(channel, "account-1");
        story.obey(new RequestLoan(LOAN, new CreditLineId(new UUID(0, 2)), agreement, payout, DAY));
        story.obey(new OpenLoan(LOAN, new BorrowerId("b-1"), DAY));
        var draw = new LoanEntry.Draw(id(1), yuan("400.00"), purpose, DAY, bankReference);
        var facts = story.obey(new DrawTranche(LOAN, draw));
        assertThat(facts).singleElement().isInstanceOf(TrancheDrawn.class);
        return ((TrancheDrawn) facts.getFirst()).to();
    }

    @Test
    void a_tranche_that_is_bound_to_a_purpose_goes_to_its_supplier() {
        assertThat(told(ProductTerms.CURRENT_ENGINE, PayoutChannel.IN_TRANCHES, ORDER, null))
                .isEqualTo(new PayoutInstruction(PayoutChannel.BANK, "supplier-1"));
    }

    @Test
    void money_that_left_before_is_only_recorded_bound_or_not() {
        var recorded = new PayoutInstruction(PayoutChannel.ALREADY_PAID, "bank-77");
        assertThat(told(ProductTerms.CURRENT_ENGINE, PayoutChannel.IN_TRANCHES, ORDER, "bank-77"))
                .isEqualTo(recorded);
        assertThat(told(ProductTerms.CURRENT_ENGINE, PayoutChannel.IN_TRANCHES, null, "bank-77"))
                .isEqualTo(recorded);
    }

    @Test
    void nobody_is_told_of_a_tranche_without_purpose_of_another_channel_or_of_an_older_loan() {
        assertThat(told(ProductTerms.CURRENT_ENGINE, PayoutChannel.IN_TRANCHES, null, null))
                .isNull();
        assertThat(told(ProductTerms.CURRENT_ENGINE, PayoutChannel.BANK, ORDER, null))
                .isNull();
        assertThat(told(3, PayoutChannel.IN_TRANCHES, ORDER, null)).isNull();
        assertThat(told(3, PayoutChannel.IN_TRANCHES, ORDER, "bank-77")).isNull();
    }
}
