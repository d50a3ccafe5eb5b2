package io.fenlu.ledger.view.trialbalance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.view.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * The trial balance (试算平衡表) at the end of a day.
 *
 * @param position all facts up to it are in it; when asked for at a position, none after it
 * @param balanced whether debits equal credits in every currency
 */
public record TrialBalance(
        @JsonProperty("as_of") LocalDate asOf, long position, boolean balanced, List<Sheet> currencies) {
    static TrialBalance of(LocalDate asOf, long position, List<Sheet> currencies) {
        return new TrialBalance(
                asOf, position, currencies.stream().allMatch(sheet -> sheet.debits.equals(sheet.credits)), currencies);
    }

    /** The accounts of one currency, and their sums. */
    @Schema(name = "TrialBalanceSheet")
    public record Sheet(@Schema(example = "CNY") String currency, Amount debits, Amount credits, List<Line> accounts) {}

    /**
     * One account.
     *
     * @param balance what debits and credits differ by
     * @param side on which side the balance stands
     */
    @Schema(name = "TrialBalanceLine")
    public record Line(
            @Schema(example = "1303") String number,
            @Schema(example = "Loan principal") String title,

            @JsonProperty("chinese_title") @Schema(example = "贷款本金")
            String chineseTitle,

            @Schema(allowableValues = {"asset", "liability", "income"})
            String kind,

            Amount debits,
            Amount credits,
            Amount balance,
            @Schema(allowableValues = {"debit", "credit"}) String side) {}
}
