package io.fenlu.ledger.bank;

import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.money.Money;
import java.time.Instant;

/**
 * One sum the bank was or will be asked to pay, and has not given a final answer for.
 *
 * @param account the bank's token of the receiver
 * @param attempts how often the bank was asked
 */
public record Payout(
        DisbursementId disbursementId,
        LoanId loanId,
        Money amount,
        String account,
        int attempts,
        Instant takenAt,
        Instant nextAttemptAt) {}
