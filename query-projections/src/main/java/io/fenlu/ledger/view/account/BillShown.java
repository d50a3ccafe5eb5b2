package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fenlu.ledger.account.Adjustment;
import io.fenlu.ledger.account.Bill;
import io.fenlu.ledger.account.BillLine;
import io.fenlu.ledger.account.BillTotals;
import io.fenlu.ledger.view.Amount;
import io.fenlu.ledger.view.Choice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bill as it was issued.
 *
 * @param adjustments what earlier bills come out otherwise, because of what was learned after they were issued
 */
@Schema(name = "Bill")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillShown(
        int number,
        @JsonProperty("billed_on") LocalDate billedOn,
        @JsonProperty("due_on") LocalDate dueOn,
        boolean transition,
        String brand,
        @JsonProperty("lender_of_record") String lenderOfRecord,
        LocalDate from,
        @JsonUnwrapped Sums sums,
        List<Line> lines,
        List<Correction> adjustments) {
    /** One line of a bill. */
    @Schema(name = "BillLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            LocalDate on,
            @Schema(example = "purchase") String kind,
            @JsonProperty("entry_id") @Nullable UUID entryId,
            @Nullable String text,
            Amount amount) {
        static Line of(BillLine line) {
            return new Line(
                    line.on(),
                    Choice.word(line.kind()),
                    line.entry() == null ? null : line.entry().value(),
                    line.text(),
                    Amount.of(line.amount()));
        }
    }

    /** One line that puts an earlier bill right. */
    @Schema(name = "BillAdjustment")
    public record Correction(
            int bill, @Schema(example = "interest") String kind, UUID because, Amount amount) {
        static Correction of(Adjustment adjustment) {
            return new Correction(
                    adjustment.bill(),
                    Choice.word(adjustment.kind()),
                    adjustment.because().value(),
                    Amount.of(adjustment.amount()));
        }
    }

    /** What a bill comes to. */
    @Schema(name = "BillSums")
    public record Sums(
            Amount opening,
            Totals totals,
            Amount closing,
            @JsonProperty("minimum_payment") Amount minimumPayment,
            Amount undue) {
        static Sums of(Bill bill) {
            return new Sums(
                    Amount.of(bill.totals().opening()),
                    Totals.of(bill.totals()),
                    Amount.of(bill.totals().closing()),
                    Amount.of(bill.minimum().total()),
                    Amount.of(bill.undue()));
        }
    }

    /** What the lines come to by kind; with the opening balance they make the closing one. */
    @Schema(name = "BillTotals")
    public record Totals(
            Amount purchases,
            Amount refunds,
            Amount payments,
            Amount instalments,
            Amount fees,
            Amount interest,
            @JsonProperty("late_fees") Amount lateFees,
            Amount adjustments) {
        static Totals of(BillTotals totals) {
            return new Totals(
                    Amount.of(totals.purchases()),
                    Amount.of(totals.refunds()),
                    Amount.of(totals.payments()),
                    Amount.of(totals.instalments()),
                    Amount.of(totals.fees()),
                    Amount.of(totals.interest()),
                    Amount.of(totals.lateFees()),
                    Amount.of(totals.adjustments()));
        }
    }

    static BillShown of(Bill bill) {
        return new BillShown(
                bill.number(),
                bill.billedOn(),
                bill.dueOn(),
                bill.transition(),
                bill.brand(),
                bill.lenderOfRecord().value(),
                bill.from(),
                Sums.of(bill),
                bill.lines().stream().map(Line::of).toList(),
                bill.adjustments().stream().map(Correction::of).toList());
    }
}
