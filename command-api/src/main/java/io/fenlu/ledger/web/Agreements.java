package io.fenlu.ledger.web;

import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what borrower and lender agree on: a row of the catalogue, with single rules replaced, and the particulars. */
@Component
final class Agreements {
    /** Beyond this many the core refuses, whatever they amount to. */
    private static final int MOST_INSTALMENTS = 480;

    private final FundingShares lenderOfRecord;

    Agreements(@Value("${ledger.lender:fenlu-lender}") String lender) {
        lenderOfRecord = FundingShares.whole(new LenderId(lender));
    }

    /** What was given of an agreement. */
    record Particulars(
            @Nullable AmountBody amount,
            @Nullable String product,
            @Nullable RateBody rate,
            @Nullable Integer instalments,
            @Nullable String firstDueOn,
            @Nullable Map<String, Object> terms,
            @Nullable FundingBody funding) {}

    /** An agreement as it was given, to begin about a certain day. */
    LoanAgreement read(Particulars given, LocalDate on) {
        var agreement = read(given);
        if (agreement.instalments() >= 0 && agreement.instalments() <= MOST_INSTALMENTS) {
            Given.value("amount", () -> spread(agreement, on));
        }
        return agreement;
    }

    /** Interest can outgrow any number; such an agreement is refused before anybody calculates with it. */
    private static List<Instalment> spread(LoanAgreement agreement, LocalDate on) {
        try {
            var rows = agreement.amortisation().spread(agreement.principal(), agreement.periods(on));
            Money.sum(
                    agreement.principal().currency(),
                    rows.stream().map(Instalment::total).toList());
            return rows;
        } catch (ArithmeticException _) {
            throw new InvalidValue(
                    ValueRefusal.AMOUNT_TOO_LARGE, "with its interest this loan is larger than the ledger can count");
        }
    }

    private LoanAgreement read(Particulars given) {
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
