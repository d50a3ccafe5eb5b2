package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.account.AccountCommand.ReturnPayment;
import io.fenlu.ledger.account.AccountCommand.WaiveCharges;
import io.fenlu.ledger.account.AccountCommand.WriteOffAccount;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.web.AccountDoor.Asked;
import io.fenlu.ledger.web.AccountDoor.Day;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The doors for debts of an account that are not paid after all, or not to be paid. */
@RestController("accountDebtDoor")
@Tag(
        name = "Pay-later accounts: debts",
        description = "Payments that the bank takes back, waivers, write-offs (还款退回、减免、核销).")
class AccountDebtController {
    private final AccountDoor door;

    AccountDebtController(AccountDoor door) {
        this.door = door;
    }

    /** Which payment the bank took back, and why. */
    @Schema(name = "ReturnPayment")
    record ReturnBody(
            @JsonProperty("payment_id") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String paymentId,

            @JsonProperty("reason") @Schema(example = "no cover", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @JsonProperty("returned_on") @Schema(example = "2026-02-12") @Nullable
            String returnedOn) {}

    /** What is given up; all of its kind when no amount is named. */
    @Schema(name = "WaiveCharges")
    record WaiverBody(
            @JsonProperty("bucket") @Schema(example = "penalty", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String bucket,

            @JsonProperty("amount") @Nullable AmountBody amount,

            @JsonProperty("reason") @Schema(example = "goodwill", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @JsonProperty("waived_on") @Schema(example = "2026-03-02") @Nullable
            String waivedOn) {}

    /** Why nothing is to be had any more. */
    @Schema(name = "WriteOffAccount")
    record WriteOffBody(
            @JsonProperty("reason")
            @Schema(example = "nobody to be found", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("written_off_on") @Schema(example = "2026-08-31") @Nullable
            String writtenOffOn) {}

    @PostMapping(path = "/accounts/{id}/payment-returns", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Return a payment",
            description = "The bank took it back: it counted until then, and what it had paid is owed again (还款退回)."
                    + " It opens a closed account again.")
    ResponseEntity<AccountAnswers.Changed> returned(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReturnBody body) {
        return door.entry(
                new Asked(id, "payment-returns", key, body),
                new Day("returned_on", body.returnedOn()),
                (entry, on) -> {
                    var payment = Given.required("payment_id", body.paymentId());
                    return new AccountEntry.PaymentReturn(
                            entry,
                            Given.value("payment_id", () -> EntryId.of(payment)),
                            Given.required("reason", body.reason()),
                            on);
                },
                ReturnPayment::new);
    }

    @PostMapping(path = "/accounts/{id}/waivers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Waive charges",
            description = "Interest, penalty or fees, in full or in part; what was bought is not waived (息费减免).")
    ResponseEntity<AccountAnswers.Changed> waive(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody WaiverBody body) {
        return door.entry(
                new Asked(id, "waivers", key, body),
                new Day("waived_on", body.waivedOn()),
                (entry, on) -> new AccountEntry.Waiver(
                        entry,
                        Given.choice("bucket", Bucket.class, Given.required("bucket", body.bucket())),
                        body.amount() == null ? null : Given.amount("amount", body.amount()),
                        Given.required("reason", body.reason()),
                        on),
                WaiveCharges::new);
    }

    @PostMapping(path = "/accounts/{id}/write-offs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Write an account off",
            description = "The books give up what is owed; the claim stays, and payments from then on are recoveries"
                    + " (核销).")
    ResponseEntity<AccountAnswers.Changed> writeOff(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody WriteOffBody body) {
        return door.entry(
                new Asked(id, "write-offs", key, body),
                new Day("written_off_on", body.writtenOffOn()),
                (entry, on) -> new AccountEntry.WriteOff(entry, Given.required("reason", body.reason()), on),
                WriteOffAccount::new);
    }
}
