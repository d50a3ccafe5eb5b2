package io.fenlu.ledger.view.loanaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.classification.Arrears;
import io.fenlu.ledger.classification.ArrearsCount;
import io.fenlu.ledger.classification.LoanLateness;
import io.fenlu.ledger.classification.RulePack;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How late a loan is at the end of a day, and in which class that puts it.
 *
 * @param knownAt facts after this position were not looked at
 * @param arrears absent while nothing has fallen due
 * @param stage of impairment, 1 to 3
 * @param monthCode of the credit register, as at the month's end were nothing to follow; absent after the end of the account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoanArrearsOnDay(
        @JsonProperty("loan_id") UUID loanId,
        @JsonProperty("as_of") LocalDate asOf,
        @JsonProperty("known_at") long knownAt,
        @JsonProperty("days_past_due") int daysPastDue,
        @Nullable Late arrears,

        @JsonProperty("class_loans") @Schema(example = "special-mention")
        String classLoans,

        @JsonProperty("class_cards") @Schema(example = "special-mention")
        String classCards,

        int stage,

        @JsonProperty("month_code") @Schema(example = "1") @Nullable
        String monthCode) {
    /** How long in days, and how many periods. */
    @Schema(name = "LoanArrears")
    public record Late(
            Days either,
            Days principal,
            Days interest,
            @JsonProperty("unpaid_periods") int unpaidPeriods,
            @JsonProperty("consecutive_unpaid") int consecutiveUnpaid,
            @JsonProperty("unpaid_ever") int unpaidEver,
            @JsonProperty("overdue_principal") Amount overduePrincipal,
            @JsonProperty("overdue_interest") Amount overdueInterest) {
        static Late of(Arrears arrears) {
            return new Late(
                    Days.of(arrears.either()),
                    Days.of(arrears.principal()),
                    Days.of(arrears.interest()),
                    arrears.unpaidPeriods(),
                    arrears.consecutiveUnpaid(),
                    arrears.unpaidEver(),
                    Amount.of(arrears.overduePrincipal()),
                    Amount.of(arrears.overdueInterest()));
        }
    }

    /** Days at whose end something was overdue. */
    @Schema(name = "ArrearsDays")
    public record Days(@JsonProperty("days_past_due") int daysPastDue, int consecutive, int cumulative) {
        static Days of(ArrearsCount count) {
            return new Days(count.daysPastDue(), count.consecutive(), count.cumulative());
        }
    }

    static LoanArrearsOnDay of(UUID loan, long knownAt, LoanLateness lateness) {
        return new LoanArrearsOnDay(
                loan,
                lateness.on(),
                knownAt,
                lateness.daysPastDue(),
                lateness.arrears().map(Late::of).orElse(null),
                written(lateness.classify(RulePack.LOANS)),
                written(lateness.classify(RulePack.CARDS)),
                lateness.stage(RulePack.LOANS).ordinal() + 1,
                lateness.monthCode().map(code -> String.valueOf(code.sign())).orElse(null));
    }

    private static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
