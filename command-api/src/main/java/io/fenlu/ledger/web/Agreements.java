package io.fenlu.ledger.web;

import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what borrower and lender agree on: a row of the catalogue, with single rules replaced, and the particulars. */
@Component
final class Agreements {
    private final FundingShares lenderOfRecord;

    Agreements(@Value("${ledger.lender:fenlu-lender}") String lender) {
        lenderOfRecord = FundingShares.whole(new LenderId(lender));
    }

    /** What is given of an agreement, whether it is drawn or only quoted. */
    interface Particulars {
        @Nullable
        AmountBody amount();

        @Nullable
        String product();

        @Nullable
        RateBody rate();

        @Nullable
        Integer instalments();

        @Nullable
        String firstDueOn();

        @Nullable
        Map<String, Object> terms();

        @Nullable
        FundingBody funding();
    }

    LoanAgreement read(Particulars given) {
        var terms = TermsOnOffer.read(given.product(), given.terms());
        var funding = given.funding();
        return new LoanAgreement(
                terms,
                Given.amount("amount", given.amount()),
                RateBody.parse("rate", given.rate()),
                instalments(terms, given.instalments()),
                given.firstDueOn() == null ? null : Given.anyDay("first_due_on", given.firstDueOn()),
                funding == null ? lenderOfRecord : funding.parse("funding"));
    }

    private static int instalments(ProductTerms terms, @Nullable Integer given) {
        if (given == null && terms.plan() instanceof RepaymentPlan.OpenEnded) {
            return 0;
        }
        return Given.required("instalments", given);
    }
}
