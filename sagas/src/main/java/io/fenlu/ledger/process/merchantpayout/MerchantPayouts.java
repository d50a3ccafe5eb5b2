package io.fenlu.ledger.process.merchantpayout;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.process.merchantpayout.MerchantPayoutProcess.Attempt;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the payout of merchants remembers: whose merchants are paid, and which purchase each disbursement on its way pays. */
public final class MerchantPayouts {
    private final JdbcClient jdbc;

    public MerchantPayouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on the merchants of an account are paid. */
    void pays(AccountId account) {
        if (!isPaying(account)) {
            jdbc.sql("insert into paying_account (account_id) values (:account)")
                    .param("account", account.value())
                    .update();
        }
    }

    /** Whether the merchants of an account are paid; never for the id of a loan. */
    public boolean isPaying(AccountId account) {
        return jdbc.sql("select count(*) from paying_account where account_id = :account")
                        .param("account", account.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void begin(Attempt attempt) {
        if (find(attempt.disbursementId()).isEmpty()) {
            jdbc.sql("""
                insert into merchant_payout (disbursement_id, account_id, purchase_id, merchant, attempt)
                values (:id, :account, :purchase, :merchant, :attempt)
                """)
                    .param("id", attempt.disbursementId().value())
                    .param("account", attempt.accountId().value())
                    .param("purchase", attempt.purchase().value())
                    .param("merchant", attempt.merchant())
                    .param("attempt", attempt.attempt())
                    .update();
        }
    }

    /** What a disbursement pays, when it is on its way to a merchant. */
    Optional<Attempt> find(DisbursementId disbursement) {
        return jdbc.sql("select * from merchant_payout where disbursement_id = :id")
                .param("id", disbursement.value())
                .query((row, _) -> new Attempt(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new EntryId(row.getObject("purchase_id", UUID.class)),
                        row.getString("merchant"),
                        row.getInt("attempt")))
                .optional();
    }

    void end(DisbursementId disbursement) {
        jdbc.sql("delete from merchant_payout where disbursement_id = :id")
                .param("id", disbursement.value())
                .update();
    }
}
