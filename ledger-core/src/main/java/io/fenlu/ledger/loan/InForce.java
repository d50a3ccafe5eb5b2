package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a loan that its life may change, as they are on a day.
 *
 * @param contract the agreed rate
 * @param misuse the multiple of the rate since the money was used for something else; none while it was not
 * @param nonAccrual whether what is earned stays off the books until it is paid
 * @param startedOn when the first money reached the borrower; none when none did
 */
record InForce(
        Rate contract,
        @Nullable BigDecimal misuse,
        boolean interestPaused,
        boolean penaltyPaused,
        boolean nonAccrual,
        @Nullable LocalDate startedOn) {
    static InForce agreed(Rate rate) {
        return new InForce(rate, null, false, false, false, null);
    }

    /** The rate that what is not due yet bears. */
    Rate charged() {
        if (interestPaused) {
            return new Rate(BigDecimal.ZERO, contract.per());
        }
        return misuse == null ? contract : contract.times(misuse);
    }

    PenaltyRule penalty(PenaltyRule agreed) {
        return penaltyPaused ? new PenaltyRule.NoPenalty() : agreed;
    }

    InForce started(LocalDate on) {
        return new InForce(contract, misuse, interestPaused, penaltyPaused, nonAccrual, on);
    }

    InForce at(Rate rate) {
        return new InForce(rate, misuse, interestPaused, penaltyPaused, nonAccrual, startedOn);
    }

    InForce paused(boolean interest, boolean penalty) {
        return new InForce(contract, misuse, interest, penalty, nonAccrual, startedOn);
    }

    InForce misused(BigDecimal multiple) {
        return new InForce(contract, multiple, interestPaused, penaltyPaused, nonAccrual, startedOn);
    }

    InForce accruing(boolean onBook) {
        return new InForce(contract, misuse, interestPaused, penaltyPaused, !onBook, startedOn);
    }
}
