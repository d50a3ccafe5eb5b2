package io.fenlu.ledger.bank;

import io.fenlu.ledger.kernel.DisbursementId;

/** The way to a bank. Both questions may be asked as often as one likes: a disbursement is paid once. */
public interface PayoutPort {
    /** Asks the bank to pay. */
    PayoutAnswer send(Payout payout);

    /** Asks what became of it. */
    PayoutAnswer ask(DisbursementId disbursement);
}
