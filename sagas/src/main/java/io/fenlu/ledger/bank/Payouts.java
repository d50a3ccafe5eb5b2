package io.fenlu.ledger.bank;

import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of payouts without a final answer. A row is written in the transaction that handles the instruction and goes when the
 * outcome is a fact; what stands in it survives a crash and is what people see.
 */
public final class Payouts {
    private static final int LONGEST_ANSWER = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Payouts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes an instruction; once, however often it is told. */
    public void take(DisbursementInstructed fact) {
        var known = jdbc.sql("select count(*) from payout where disbursement_id = :id")
                .param("id", fact.disbursementId().value())
                .query(Long.class)
                .single();
        if (known > 0) {
            return;
        }
        jdbc.sql("""
            insert into payout (disbursement_id, loan_id, amount_minor, currency, account, attempts, taken_at, next_attempt_at)
            values (:id, :loan, :minor, :currency, :account, 0, :now, :now)
            """)
                .param("id", fact.disbursementId().value())
                .param("loan", fact.loanId().value())
                .param("minor", fact.amount().minor())
                .param("currency", fact.amount().currency().name())
                .param("account", fact.payout().account())
                .param("now", at(clock.instant()))
                .update();
    }

    /** The outcome is a fact: nothing is left to ask. */
    public void answered(DisbursementId disbursement) {
        jdbc.sql("delete from payout where disbursement_id = :id")
                .param("id", disbursement.value())
                .update();
    }

    /** Those that are to be asked about now, the longest waiting first. */
    public List<Payout> due(int most) {
        return jdbc.sql("select * from payout where next_attempt_at <= :now order by next_attempt_at limit :most")
                .param("now", at(clock.instant()))
                .param("most", most)
                .query((row, _) -> payout(row))
                .list();
    }

    /**
     * Reserves one attempt for the caller, until a later instant: nobody else tries before it, and if the caller dies it is tried again
     * then. The attempt is counted before the bank is asked, so that after a crash the bank is asked what it knows rather than sent anew.
     */
    public boolean claim(Payout payout, Instant until) {
        return jdbc.sql("""
            update payout set attempts = attempts + 1, next_attempt_at = :until
             where disbursement_id = :id and attempts = :attempts
            """)
                        .param("until", at(until))
                        .param("id", payout.disbursementId().value())
                        .param("attempts", payout.attempts())
                        .update()
                > 0;
    }

    /** Notes an answer that was not final, and when to ask again. */
    public void later(Payout payout, String answer, Instant next) {
        jdbc.sql("update payout set last_answer = :answer, next_attempt_at = :next where disbursement_id = :id")
                .param("answer", answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER))
                .param("next", at(next))
                .param("id", payout.disbursementId().value())
                .update();
    }

    /** Lets all be asked about now; attempts that a crash cut off are then not waited for. */
    public void dueNow() {
        jdbc.sql("update payout set next_attempt_at = :now where next_attempt_at > :now")
                .param("now", at(clock.instant()))
                .update();
    }

    /** How many wait for a final answer. */
    public long count() {
        return jdbc.sql("select count(*) from payout").query(Long.class).single();
    }

    /** Since when the oldest of them waits. */
    public Optional<Instant> oldest() {
        return jdbc.sql("select taken_at from payout order by taken_at limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static Payout payout(ResultSet row) throws SQLException {
        return new Payout(
                new DisbursementId(row.getObject("disbursement_id", UUID.class)),
                new LoanId(row.getObject("loan_id", UUID.class)),
                new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
                row.getString("account"),
                row.getInt("attempts"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
