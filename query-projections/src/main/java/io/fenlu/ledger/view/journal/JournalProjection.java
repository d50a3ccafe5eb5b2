package io.fenlu.ledger.view.journal;

import static io.fenlu.ledger.view.sql.Tables.JOURNAL_DAY;
import static io.fenlu.ledger.view.sql.Tables.JOURNAL_ENTRY;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.books.AccountPostings;
import io.fenlu.ledger.books.CreditLinePostings;
import io.fenlu.ledger.books.DisbursementPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LoanPostings;
import io.fenlu.ledger.books.MerchantPostings;
import io.fenlu.ledger.books.Posting;
import io.fenlu.ledger.books.SigningKeyPostings;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.LineId;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import io.fenlu.ledger.view.sql.tables.records.JournalDayRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the entries that each fact makes in the books. */
@Component
public final class JournalProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "journal";

    @Override
    public void project(Recorded recorded, Rows rows) {
        var number = 0;
        for (var posting : postings(recorded.fact())) {
            number = enter(posting, recorded, number, rows);
        }
    }

    private static int enter(Posting posting, Recorded recorded, int last, Rows rows) {
        var number = last;
        for (var entry : posting.entries()) {
            number++;
            rows.add(JOURNAL_ENTRY)
                    .setLineId(LineId.of(recorded.position(), number))
                    .setPosition(recorded.position())
                    .setLineNo(number)
                    .setBusinessDate(posting.on())
                    .setAccount(entry.account().number())
                    .setSide(Choice.word(entry.side()))
                    .setAmountMinor(entry.amount().minor())
                    .setCurrency(currency(entry))
                    .setLender(entry.lender() == null ? null : entry.lender().value())
                    .setEventName(recorded.name())
                    .setAggregateId(recorded.fact().subject())
                    .setLoanId(loan(recorded.fact()));
            tally(
                    entry,
                    rows.tally(
                            JOURNAL_DAY,
                            posting.on(),
                            currency(entry),
                            entry.account().number()));
        }
        return number;
    }

    private static void tally(Entry entry, JournalDayRecord day) {
        switch (entry.side()) {
            case DEBIT ->
                day.setDebitsMinor(day.getDebitsMinor() + entry.amount().minor());
            case CREDIT ->
                day.setCreditsMinor(day.getCreditsMinor() + entry.amount().minor());
        }
    }

    private static String currency(Entry entry) {
        return entry.amount().currency().name();
    }

    private static List<Posting> postings(Fact fact) {
        return switch (fact) {
            case LoanEvent loan -> LoanPostings.each(loan);
            case AccountEvent account -> AccountPostings.each(account);
            case DisbursementEvent disbursement -> List.of(DisbursementPostings.of(disbursement));
            case CreditLineEvent line -> List.of(CreditLinePostings.of(line));
            case MerchantEvent merchant -> List.of(MerchantPostings.of(merchant));
            case SigningKeyEvent key -> List.of(SigningKeyPostings.of(key));
            default -> throw new IllegalStateException("nobody knows what this means in debit and credit: " + fact);
        };
    }

    private static @Nullable UUID loan(Fact fact) {
        return switch (fact) {
            case LoanEvent loan -> loan.loanId().value();
            case DisbursementEvent disbursement -> disbursement.loanId().value();
            default -> null;
        };
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(JOURNAL_ENTRY, JOURNAL_DAY);
    }
}
