package io.fenlu.ledger.process.billday;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.NextBill;
import io.fenlu.ledger.billing.BillRules;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of bills to come: one line for each account, and a morning in it only where the bill will have something to tell.
 *
 * <p>Lines follow from the facts alone, in the transaction that reads them; what is due is found by an index.
 */
public final class BillDiary {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final LocalDate BEFORE_ALL_DAYS = LocalDate.of(1, 1, 1);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public BillDiary(JdbcTemplate batches) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** A bill that is to be cut: its account and the morning on which it is cut. */
    public record Due(AccountId accountId, LocalDate cutOn) {
        /** Comes before all others. */
        static Due first() {
            return new Due(new AccountId(BEFORE_ALL), BEFORE_ALL_DAYS);
        }
    }

    /** Writes down what facts tell, in their order. */
    void learn(List<AccountEvent> facts) {
        var of = new HashMap<UUID, List<AccountEvent>>();
        facts.forEach(fact ->
                of.computeIfAbsent(fact.subject(), _ -> new ArrayList<>()).add(fact));
        var known = known(of.keySet());
        var begun = new HashMap<UUID, NextBill>();
        var changed = new HashMap<UUID, NextBill>();
        of.forEach((account, told) -> {
            var line = known.get(account);
            (line == null ? begun : changed).put(account, line == null ? opened(told) : after(line, told));
        });
        insert(begun);
        update(changed);
    }

    private static NextBill opened(List<AccountEvent> told) {
        if (told.getFirst() instanceof AccountOpened opened) {
            return after(NextBill.of(opened), told.subList(1, told.size()));
        }
        throw new IllegalStateException("an account that was never opened goes on with " + told.getFirst());
    }

    private static NextBill after(NextBill before, List<AccountEvent> told) {
        var next = before;
        for (var fact : told) {
            next = next.after(fact);
        }
        return next;
    }

    /** The bills that are due by a day and come after another, by their mornings. */
    public List<Due> due(LocalDate day, Due after, int most) {
        return jdbc.sql("""
            select account_id, cut_on from bill_diary
             where cut_on >= :from and cut_on <= :day and (cut_on > :from or account_id > :account)
             order by cut_on, account_id limit :most
            """)
                .param("from", after.cutOn())
                .param("day", day)
                .param("account", after.accountId().value())
                .param("most", most)
                .query((row, _) -> new Due(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getObject("cut_on", LocalDate.class)))
                .list();
    }

    /** How many bills are due by a day. */
    public long count(LocalDate day) {
        return jdbc.sql("select count(*) from bill_diary where cut_on >= :earliest and cut_on <= :day")
                .param("earliest", BEFORE_ALL_DAYS)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** Whether a bill is still to be cut. */
    boolean isDue(Due due) {
        return jdbc.sql("select count(*) from bill_diary where account_id = :account and cut_on = :morning")
                        .param("account", due.accountId().value())
                        .param("morning", due.cutOn())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** There turned out to be nothing to bill; the account rests until something moves. */
    void rest(Due due) {
        jdbc.sql("update bill_diary set cut_on = null where account_id = :account and cut_on = :morning")
                .param("account", due.accountId().value())
                .param("morning", due.cutOn())
                .update();
    }

    private Map<UUID, NextBill> known(Collection<UUID> accounts) {
        var known = new HashMap<UUID, NextBill>();
        jdbc.sql("select * from bill_diary where account_id in (:accounts)")
                .param("accounts", accounts)
                .query((row, _) -> known.put(row.getObject("account_id", UUID.class), next(row)))
                .list();
        return known;
    }

    private static NextBill next(ResultSet row) throws SQLException {
        return new NextBill(
                new NextBill.Rules(
                        BillRules.BillDay.valueOf(row.getString("bill_day_rule")),
                        BillRules.Closing.valueOf(row.getString("closing_rule")),
                        row.getBoolean("quiet_months"),
                        row.getBoolean("credit_balances"),
                        row.getInt("grace_days")),
                new BillingDays(row.getInt("bill_day"), row.getInt("due_day")),
                row.getObject("billed_on", LocalDate.class),
                row.getObject("bill_on", LocalDate.class),
                row.getObject("cut_on", LocalDate.class) != null);
    }

    private void insert(Map<UUID, NextBill> lines) {
        batches.batchUpdate(
                """
                insert into bill_diary (bill_day, due_day, billed_on, bill_on, cut_on, bill_day_rule, closing_rule,
                                        quiet_months, credit_balances, grace_days, account_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                lines.entrySet().stream()
                        .map(line -> {
                            var next = line.getValue();
                            var rules = next.rules();
                            return new Object[] {
                                next.days().billDay(),
                                next.days().dueDay(),
                                next.billedOn(),
                                next.billOn(),
                                next.awaited() ? next.cutOn() : null,
                                rules.billDay().name(),
                                rules.closing().name(),
                                rules.quietMonths(),
                                rules.creditBalances(),
                                rules.graceDays(),
                                line.getKey()
                            };
                        })
                        .toList());
    }

    private void update(Map<UUID, NextBill> lines) {
        batches.batchUpdate(
                "update bill_diary set bill_day = ?, due_day = ?, billed_on = ?, bill_on = ?, cut_on = ? where"
                        + " account_id = ?",
                lines.entrySet().stream()
                        .map(line -> {
                            var next = line.getValue();
                            return new Object[] {
                                next.days().billDay(),
                                next.days().dueDay(),
                                next.billedOn(),
                                next.billOn(),
                                next.awaited() ? next.cutOn() : null,
                                line.getKey()
                            };
                        })
                        .toList());
    }
}
