package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.account.Bill;
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
        Amount opening,
        Amount closing,
        @JsonProperty("minimum_payment") Amount minimumPayment,
        Amount undue,
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
            Amount amount) {}

    /** One line that puts an earlier bill right. */
    @Schema(name = "BillAdjustment")
    public record Correction(
            int bill, @Schema(example = "interest") String kind, UUID because, Amount amount) {}

    static BillShown of(Bill bill) {
        return new BillShown(
                bill.number(),
                bill.billedOn(),
                bill.dueOn(),
                bill.transition(),
                bill.brand(),
                bill.lenderOfRecord().value(),
                Amount.of(bill.totals().opening()),
                Amount.of(bill.totals().closing()),
                Amount.of(bill.minimum().total()),
                Amount.of(bill.undue()),
                bill.lines().stream()
                        .map(line -> new Line(
                                line.on(),
                                Choice.word(line.kind()),
                                line.entry() == null ? null : line.entry().value(),
                                line.text(),
                                Amount.of(line.amount())))
                        .toList(),
                bill.adjustments().stream()
                        .map(adjustment -> new Correction(
                                adjustment.bill(),
                                Choice.word(adjustment.kind()),
                                adjustment.because().value(),
                                Amount.of(adjustment.amount())))
                        .toList());
    }
}
