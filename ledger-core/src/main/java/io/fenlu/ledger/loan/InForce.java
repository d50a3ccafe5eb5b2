package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.Growth;
import io.fenlu.ledger.interest.InterestCourse;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RatePath;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Amortisation;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
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
 * @param anew whether repayment was agreed on anew, so that rows written freely at the beginning do not count any more
 */
record InForce(
        Rate contract,
        @Nullable RatePath path,
        @Nullable BigDecimal misuse,
        boolean interestPaused,
        boolean penaltyPaused,
        boolean nonAccrual,
        @Nullable LocalDate startedOn,
        boolean anew) {
    /** What freely written rows become when repayment is agreed on anew. */
    private static final RepaymentPlan EQUAL_PARTS =
            new RepaymentPlan.EqualPrincipal(RoundingRule.of(Rounding.HALF_UP), RemainderHolder.LAST);

    static InForce agreed(Rate rate) {
        return new InForce(rate, null, null, false, false, false, null, false);
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
        return new InForce(contract, agreed, misuse, interestPaused, penaltyPaused, nonAccrual, on, anew);
    }

    InForce at(Rate rate) {
        return new InForce(rate, null, misuse, interestPaused, penaltyPaused, nonAccrual, startedOn, anew);
    }

    InForce paused(boolean interest, boolean penalty) {
        return new InForce(contract, path, misuse, interest, penalty, nonAccrual, startedOn, anew);
    }

    /** From a day on a multiple of the rate of that day. */
    InForce misused(BigDecimal multiple, LocalDate on) {
        return new InForce(contractOn(on), null, multiple, interestPaused, penaltyPaused, nonAccrual, startedOn, anew);
    }

    InForce accruing(boolean onBook) {
        return new InForce(contract, path, misuse, interestPaused, penaltyPaused, !onBook, startedOn, anew);
    }

    InForce agreedAnew() {
        return new InForce(contract, path, misuse, interestPaused, penaltyPaused, nonAccrual, startedOn, true);
    }

    /** In what shape the loan is paid back. */
    RepaymentPlan plan(ProductTerms terms) {
        return anew && terms.plan() instanceof RepaymentPlan.FreeForm ? EQUAL_PARTS : terms.plan();
    }

    Amortisation amortisation(LoanAgreement agreement) {
        return new Amortisation(
                growth(agreement),
                plan(agreement.terms()),
                agreement.terms().agreed().grace());
    }
}
