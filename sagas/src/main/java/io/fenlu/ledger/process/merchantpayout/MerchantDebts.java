package io.fenlu.ledger.process.merchantpayout;

import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.merchant.MerchantEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of merchants that owed something for refunds: whether a sale is to be set off. It may lag; the merchant's own facts decide. */
public final class MerchantDebts {
    private final JdbcClient jdbc;

    public MerchantDebts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a merchant owes something, by what was heard. */
    boolean owes(MerchantId merchant) {
        return jdbc.sql("select count(*) from merchant_debt where merchant_id = :merchant and owed_minor > 0")
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Hears a fact; facts of one merchant stand in the queues of several accounts, so an older one may come later. */
    void learn(MerchantEvent fact, long sequence) {
        var newer = jdbc.sql("""
            update merchant_debt set sequence_no = :sequence, owed_minor = :owed
             where merchant_id = :merchant and sequence_no < :sequence
            """)
                .param("sequence", sequence)
                .param("owed", fact.owed().minor())
                .param("merchant", fact.merchantId().value())
                .update();
        if (newer == 0 && !isKnown(fact.merchantId())) {
            jdbc.sql("insert into merchant_debt (merchant_id, sequence_no, owed_minor) values (:merchant,"
                            + " :sequence, :owed)")
                    .param("merchant", fact.merchantId().value())
                    .param("sequence", sequence)
                    .param("owed", fact.owed().minor())
                    .update();
        }
    }

    private boolean isKnown(MerchantId merchant) {
        return jdbc.sql("select count(*) from merchant_debt where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
