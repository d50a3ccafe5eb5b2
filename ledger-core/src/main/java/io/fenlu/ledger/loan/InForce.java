package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.InterestCourse;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RatePath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a loan that its life may change, as they are on a day.
 *
 * @param contract the agreed rate
 * @param path the rates by date that the terms set beforehand; none where one rate is agreed or life has set another
 * @param misuse the multiple of the rate since the money was used for something else; none while it was not
 * @param nonAccrual whether what is earned stays off the books until it is paid
 * @param startedOn when the first money reached the borrower; none when none did
 */
record InForce(
        Rate contract,
        @Nullable RatePath path,
        @Nullable BigDecimal misuse,
        boolean interestPaused,
        boolean penaltyPaused,
        boolean nonAccrual,
        @Nullable LocalDate startedOn) {
    static InForce agreed(Rate rate) {
        return new InForce(rate, null, null, false, false, false, null);
    }

    /** How what is not due yet grows. */
    Growth growth(LoanAgreement agreement) {
        if (interestPaused) {
            return agreement.interest(new Rate(BigDecimal.ZERO, contract.per()));
        }
        if (misuse != null) {
            return agreement.interest(contract.times(misuse));
        }
        return path == null
                ? agreement.interest(contract)
                : new InterestCourse(
                        agreement.interest(contract),
                        path,
                        List.of(),
                        agreement.terms().agreed().days());
    }

    /** The contract rate of a day. */
    Rate contractOn(LocalDate day) {
        return path == null ? contract : path.on(day);
    }

    PenaltyRule penalty(PenaltyRule agreed) {
        if (penaltyPaused) {
            return new PenaltyRule.NoPenalty();
        }
        return misuse == null ? agreed : agreed.misused(misuse);
    }

    InForce started(LocalDate on, @Nullable RatePath agreed) {
        return new InForce(contract, agreed, misuse, interestPaused, penaltyPaused, nonAccrual, on);
    }

    InForce at(Rate rate) {
        return new InForce(rate, null, misuse, interestPaused, penaltyPaused, nonAccrual, startedOn);
    }

    InForce paused(boolean interest, boolean penalty) {
        return new InForce(contract, path, misuse, interest, penalty, nonAccrual, startedOn);
    }

    /** From a day on a multiple of the rate of that day. */
    InForce misused(BigDecimal multiple, LocalDate on) {
        return new InForce(contractOn(on), null, multiple, interestPaused, penaltyPaused, nonAccrual, startedOn);
    }

    InForce accruing(boolean onBook) {
        return new InForce(contract, path, misuse, interestPaused, penaltyPaused, !onBook, startedOn);
    }
}
