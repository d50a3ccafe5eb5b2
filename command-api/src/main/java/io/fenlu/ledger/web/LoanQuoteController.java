package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.loan.LoanQuote;
import io.fenlu.ledger.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door where a loan is tried out without drawing it. */
@RestController("loanQuoteDoor")
@Tag(name = "Quotes", description = "What a loan would look like and cost (试算).")
class LoanQuoteController {
    private final Agreements agreements;
    private final Given given;

    LoanQuoteController(Agreements agreements, Given given) {
        this.agreements = agreements;
        this.given = given;
    }

    /** What would be agreed on. */
    @Schema(name = "QuoteLoan")
    record QuoteBody(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("product") @Schema(example = "cash-loan", description = "cash-loan when left out.") @Nullable
            String product,

            @JsonProperty("rate") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            RateBody rate,

            @JsonProperty("instalments") @Schema(example = "12") @Nullable
            Integer instalments,

            @JsonProperty("first_due_on")
            @Schema(example = "2026-02-05", description = "One period after the payout when left out.")
            @Nullable
            String firstDueOn,

            @JsonProperty("terms")
            @Schema(
                    description = "Rules that replace those of the product, written as in GET /products.",
                    example = "{\"prepayment\":\"shorter-term\"}")
            @Nullable
            Map<String, Object> terms,

            @JsonProperty("funding") @Nullable FundingBody funding,

            @JsonProperty("paid_out_on") @Schema(example = "2026-01-05", description = "Today when left out.") @Nullable
            String paidOutOn)
            implements Agreements.Particulars {}

    /** What would be paid in all. */
    @Schema(name = "QuoteTotals")
    record Totals(
            @JsonProperty("principal") AmountBody principal,
            @JsonProperty("interest") AmountBody interest,
            @JsonProperty("payments") AmountBody payments) {}

    /** What it would cost in a year, by one method. */
    @Schema(name = "AnnualisedCost")
    record Cost(
            @JsonProperty("method") @Schema(example = "nominal-irr")
            String method,

            @JsonProperty("percent") @Schema(example = "7.2000")
            String percent,

            @JsonProperty("description") String description) {}

    /** A quote; nothing of it is kept. */
    @Schema(name = "LoanQuote")
    record Quoted(
            @JsonProperty("product") String product,
            @JsonProperty("rate") RateBody rate,
            @JsonProperty("paid_out_on") LocalDate paidOutOn,
            @JsonProperty("instalments") List<InstalmentBody> instalments,
            @JsonProperty("totals") Totals totals,
            @JsonProperty("annualised_cost") List<Cost> annualisedCost) {}

    @PostMapping(path = "/loan-quotes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Quote a loan",
            description =
                    "The schedule and the annualised cost, without drawing. Nothing is written, so no key is needed.")
    Quoted quote(@RequestBody QuoteBody body) {
        var on = given.dayOrToday("paid_out_on", body.paidOutOn());
        return quoted(LoanQuote.of(agreements.read(body), on));
    }

    private static Quoted quoted(LoanQuote quote) {
        var agreement = quote.agreement();
        return new Quoted(
                agreement.terms().product().value(),
                RateBody.of(agreement.rate()),
                quote.paidOutOn(),
                quote.instalments().stream().map(InstalmentBody::of).toList(),
                totals(quote, agreement.principal()),
                costs(quote));
    }

    private static Totals totals(LoanQuote quote, Money principal) {
        return new Totals(
                AmountBody.of(principal),
                AmountBody.of(quote.interest()),
                AmountBody.of(principal.plus(quote.interest())));
    }

    private static List<Cost> costs(LoanQuote quote) {
        var costs = new ArrayList<Cost>();
        quote.nominalIrr()
                .map(BigDecimal::toPlainString)
                .map(percent ->
                        new Cost("nominal-irr", percent, "Twelve times the monthly internal rate of return (IRR)."))
                .ifPresent(costs::add);
        quote.effectiveIrr()
                .map(BigDecimal::toPlainString)
                .map(percent ->
                        new Cost("effective-irr", percent, "The yearly compounded internal rate, by days over 365."))
                .ifPresent(costs::add);
        return costs;
    }
}
