package io.fenlu.ledger.view.journal;

import static io.fenlu.ledger.view.sql.Tables.JOURNAL_DAY;
import static io.fenlu.ledger.view.sql.Tables.JOURNAL_ENTRY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.books.AccountPostings;
import io.fenlu.ledger.books.CreditLinePostings;
import io.fenlu.ledger.books.DisbursementPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LoanPostings;
import io.fenlu.ledger.books.Posting;
import io.fenlu.ledger.books.SigningKeyPostings;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.Recorded;
import io.fenlu.ledger.view.Rows;
import io.fenlu.ledger.view.ViewTables;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the entries that each fact makes in the books. */
@Component
@ProcessingGroup(Projection.GROUP + JournalProjection.VIEW)
public final class JournalProjection implements Projection {
    /** The name of the view. */
    public static final String VIEW = "journal";

    private final ViewTables tables;

    public JournalProjection(ViewTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(EventMessage<?> message) {
        tables.read(this, message);
    }

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
                    .setPosition(recorded.position())
                    .setLineNo(number)
                    .setBusinessDate(posting.on())
                    .setAccount(entry.account().number())
                    .setSide(Choice.word(entry.side()))
                    .setAmountMinor(entry.amount().minor())
                    .setCurrency(entry.amount().currency().name())
                    .setLender(entry.lender() == null ? null : entry.lender().value())
                    .setEventName(recorded.name())
                    .setAggregateId(recorded.fact().subject())
                    .setLoanId(loan(recorded.fact()));
        }
        return number;
    }

    private static List<Posting> postings(Fact fact) {
        return switch (fact) {
            case LoanEvent loan -> LoanPostings.each(loan);
            case AccountEvent account -> AccountPostings.each(account);
            case DisbursementEvent disbursement -> List.of(DisbursementPostings.of(disbursement));
            case CreditLineEvent line -> List.of(CreditLinePostings.of(line));
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
    public void sumUp(DSLContext sql, long after, long upTo) {
        var debits = total(Entry.Side.DEBIT).as("debits");
        var credits = total(Entry.Side.CREDIT).as("credits");
        var moved = select(JOURNAL_ENTRY.BUSINESS_DATE, JOURNAL_ENTRY.CURRENCY, JOURNAL_ENTRY.ACCOUNT, debits, credits)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.POSITION.gt(after))
                .and(JOURNAL_ENTRY.POSITION.le(upTo))
                .groupBy(JOURNAL_ENTRY.BUSINESS_DATE, JOURNAL_ENTRY.CURRENCY, JOURNAL_ENTRY.ACCOUNT)
                .asTable("moved");
        var day = moved.field(JOURNAL_ENTRY.BUSINESS_DATE);
        var currency = moved.field(JOURNAL_ENTRY.CURRENCY);
        var account = moved.field(JOURNAL_ENTRY.ACCOUNT);
        var moreDebits = moved.field(debits);
        var moreCredits = moved.field(credits);
        sql.mergeInto(JOURNAL_DAY)
                .using(moved)
                .on(JOURNAL_DAY.BUSINESS_DATE.eq(day))
                .and(JOURNAL_DAY.CURRENCY.eq(currency))
                .and(JOURNAL_DAY.ACCOUNT.eq(account))
                .whenMatchedThenUpdate()
                .set(JOURNAL_DAY.DEBITS_MINOR, JOURNAL_DAY.DEBITS_MINOR.plus(moreDebits))
                .set(JOURNAL_DAY.CREDITS_MINOR, JOURNAL_DAY.CREDITS_MINOR.plus(moreCredits))
                .whenNotMatchedThenInsert(
                        JOURNAL_DAY.BUSINESS_DATE,
                        JOURNAL_DAY.CURRENCY,
                        JOURNAL_DAY.ACCOUNT,
                        JOURNAL_DAY.DEBITS_MINOR,
                        JOURNAL_DAY.CREDITS_MINOR)
                .values(day, currency, account, moreDebits, moreCredits)
                .execute();
    }

    private static Field<Long> total(Entry.Side side) {
        return sum(when(JOURNAL_ENTRY.SIDE.eq(inline(Choice.word(side))), JOURNAL_ENTRY.AMOUNT_MINOR)
                        .otherwise(inline(0L)))
                .cast(BIGINT);
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(JOURNAL_ENTRY, JOURNAL_DAY);
    }

    @Override
    public Projection over(ViewTables other) {
        return new JournalProjection(other);
    }
}
