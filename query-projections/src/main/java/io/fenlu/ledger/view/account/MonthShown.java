package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.classification.AccountMonth;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.Choice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One month of an account for the credit register.
 *
 * @param on the day of the balances: the last of the month, or today
 * @param balance owed on bills, since the last one, and in periods to come
 * @param minimumDue least payments that fell due in the month
 * @param paid money that came in, less what the bank took back
 * @param claim of what was written off, not recovered
 * @param monthsInArrears bills whose least payment was past due
 * @param code of the credit register; absent after the end of the account
 */
@Schema(name = "AccountMonth")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonthShown(
        @Schema(example = "2026-01") String month,
        LocalDate on,
        Amount balance,
        Amount limit,
        @JsonProperty("minimum_due") Amount minimumDue,
        Amount paid,
        @Nullable Amount claim,
        @JsonProperty("months_in_arrears") int monthsInArrears,
        @JsonProperty("days_past_due") int daysPastDue,

        @JsonProperty("class_cards") @Schema(example = "normal")
        String classCards,

        @Schema(example = "N") @Nullable String code) {
    static MonthShown of(AccountMonth month) {
        var balances = month.balances();
        return new MonthShown(
                month.month().toString(),
                month.on(),
                Amount.of(balances.owed()),
                Amount.of(balances.limit()),
                Amount.of(month.asked()),
                Amount.of(month.paid()),
                balances.claim() == null ? null : Amount.of(balances.claim()),
                month.monthsInArrears(),
                month.daysPastDue(),
                Choice.word(month.fiveClass()),
                month.code() == null ? null : String.valueOf(month.code().sign()));
    }
}
