package io.fenlu.ledger.process.sharedlimit;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.process.sharedlimit.SharedLimitProcess.Part;
import java.util.Optional;
import java.util.UUID;
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
                        new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency")))))
                .optional();
    }

    void keep(Part part) {
        var changed = jdbc.sql("update shared_limit set amount_minor = :amount where account_id = :account")
                .param("amount", part.amount().minor())
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
