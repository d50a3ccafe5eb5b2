package io.fenlu.ledger.process.sharedlimit;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.process.sharedlimit.SharedLimitProcess.Change;
import io.fenlu.ledger.process.sharedlimit.SharedLimitProcess.Part;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what credit lines have set aside for accounts. */
public final class SharedLimits {
    private final JdbcClient jdbc;

    public SharedLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Part> of(AccountId account) {
        return jdbc.sql("select * from shared_limit where account_id = :account")
                .param("account", account.value())
                .query((row, _) -> new Part(
                        account,
                        new CreditLineId(row.getObject("credit_line_id", UUID.class)),
                        new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
                        since(row.getObject("set_on", LocalDate.class), row.getObject("set_by", UUID.class))))
                .optional();
    }

    private static @Nullable Change since(@Nullable LocalDate on, @Nullable UUID by) {
        return on == null || by == null ? null : new Change(on, by);
    }

    void keep(Part part) {
        var since = part.since();
        var changed = jdbc.sql("""
            update shared_limit set amount_minor = :amount, set_on = :on, set_by = :by where account_id = :account
            """)
                .param("amount", part.amount().minor())
                .param("on", since == null ? null : since.on(), Types.DATE)
                .param("by", since == null ? null : since.id(), Types.OTHER)
                .param("account", part.accountId().value())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                insert into shared_limit (account_id, credit_line_id, amount_minor, currency)
                values (:account, :line, :amount, :currency)
                """)
                    .param("account", part.accountId().value())
                    .param("line", part.creditLineId().value())
                    .param("amount", part.amount().minor())
                    .param("currency", part.amount().currency().name())
                    .update();
        }
    }
}
