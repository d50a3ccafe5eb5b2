package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.disclosure.CostItem;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.loan.LoanQuote;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.CostDisclosure;
import io.fenlu.ledger.schedule.Instalment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

            @JsonProperty("fees")
            @Schema(description = "Charges with the instalments; those at payout are in the table.")
            AmountBody fees,

            @JsonProperty("payments") AmountBody payments) {}

    /** What it would cost in a year, by one method. */
    @Schema(name = "AnnualisedCost")
    record Cost(
            @JsonProperty("method") @Schema(example = "nominal-irr")
            String method,

            @JsonProperty("percent") @Schema(example = "7.2000")
            String percent,

            @JsonProperty("description") String description) {}

    /** One thing that the borrower would pay, and to whom. */
    @Schema(name = "CostItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @JsonProperty("code") @Schema(example = "guarantee-fee")
            String code,

            @JsonProperty("payee") @Schema(example = "guarantor-1")
            String payee,

            @JsonProperty("basis") String basis,

            @JsonProperty("amount")
            @Schema(description = "Over the whole life; absent for what is contingent.")
            @Nullable
            AmountBody amount,

            @JsonProperty("contingent") boolean contingent) {
        static Item of(CostItem item) {
            var amount = item.amount();
            return new Item(
                    item.code(),
                    item.payee(),
                    item.basis(),
                    amount == null ? null : AmountBody.of(amount),
                    item.contingent());
        }
    }

    /** The table of costs that the borrower would confirm; nothing else is charged. */
    @Schema(name = "CostTable")
    record Table(
            @JsonProperty("items") List<Item> items,

            @JsonProperty("hash") @Schema(description = "SHA-256 of the table's canonical text, in hexadecimal.")
            String hash,

            @JsonProperty("within_caps") @Schema(description = "Whether the cost keeps within the caps of the terms.")
            boolean withinCaps) {}

    /** A quote; nothing of it is kept. */
    @Schema(name = "LoanQuote")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Quoted(
            @JsonProperty("product") String product,
            @JsonProperty("rate") RateBody rate,
            @JsonProperty("paid_out_on") LocalDate paidOutOn,
            @JsonProperty("instalments") List<InstalmentBody> instalments,
            @JsonProperty("totals") Totals totals,
            @JsonProperty("annualised_cost") List<Cost> annualisedCost,
            @JsonProperty("cost_table") @Nullable Table costTable) {}

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
        var disclosure = disclosure(quote);
        return new Quoted(
                agreement.terms().product().value(),
                RateBody.of(agreement.rate()),
                quote.paidOutOn(),
                quote.instalments().stream().map(InstalmentBody::of).toList(),
                totals(quote, agreement.principal()),
                costs(quote, disclosure),
                disclosure.map(LoanQuoteController::table).orElse(null));
    }

    /** What is shown before signing; nothing for a loan that never falls due. */
    private static Optional<CostDisclosure> disclosure(LoanQuote quote) {
        var agreement = quote.agreement();
        return quote.instalments().isEmpty()
                ? Optional.empty()
                : Optional.of(new CostDisclosure(
                        agreement.terms(),
                        agreement.funding().remainderHolder().value(),
                        agreement.principal(),
                        agreement.rate(),
                        quote.paidOutOn(),
                        quote.instalments()));
    }

    private static Table table(CostDisclosure disclosure) {
        var table = disclosure.table();
        return new Table(table.items().stream().map(Item::of).toList(), table.hash(), disclosure.isWithinCaps());
    }

    private static Totals totals(LoanQuote quote, Money principal) {
        var fees = Money.sum(
                principal.currency(),
                quote.instalments().stream().map(Instalment::charges).toList());
        return new Totals(
                AmountBody.of(principal),
                AmountBody.of(quote.interest()),
                AmountBody.of(fees),
                AmountBody.of(principal.plus(quote.interest()).plus(fees)));
    }

    private static List<Cost> costs(LoanQuote quote, Optional<CostDisclosure> disclosure) {
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
        disclosure.ifPresent(shown -> shown.table()
                .annual()
                .forEach(cost -> costs.add(new Cost(
                        Given.written(cost.method()), cost.percent().toPlainString(), sentence(cost.method())))));
        return costs;
    }

    private static String sentence(CostMethod method) {
        return switch (method) {
            case PBOC_SIMPLE ->
                "All costs over the principal owed and the years for which it is owed; simple interest.";
            case PBOC_IRR -> "The internal rate of one period times the periods of a year.";
            case REG_Z_ACTUARIAL -> "The actuarial method of Regulation Z, Appendix J; nominal.";
            case EU_BY_DAYS -> "Effective, directive 2008/48/EC, time in days over 365.";
            case EU_BY_MONTHS -> "Effective, directive 2008/48/EC, time in equal months.";
            case UK_EFFECTIVE -> "Effective, time in days over 365.25.";
            case FEE_SPREAD -> "The contract rate and all fees over principal, spread evenly over the term.";
        };
    }
}
