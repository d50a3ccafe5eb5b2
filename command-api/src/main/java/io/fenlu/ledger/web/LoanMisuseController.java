package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.web.EntryBodies.Entered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door through which a lender hears that the money went elsewhere than agreed. */
@RestController("loanMisuseDoor")
@RequestMapping(path = "/loans/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loans in life")
class LoanMisuseController {
    private static final Pattern MULTIPLE = Pattern.compile("[0-9](\\.[0-9]{1,6})?");

    private final LoanEntries entries;
    private final Given given;

    LoanMisuseController(LoanEntries entries, Given given) {
        this.entries = entries;
        this.given = given;
    }

    /** The money was used for something else. */
    @Schema(name = "ReportMisuse")
    record MisuseBody(
            @JsonProperty("multiple")
            @Schema(
                    example = "1.5",
                    description = "Of the contract rate: more than 1, at most 2.",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String multiple,

            @JsonProperty("document")
            @Schema(example = "audit-2026-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String document,

            @JsonProperty("on") @Schema(example = "2026-02-05", description = "Today when left out.") @Nullable
            String on) {}

    @PostMapping("/misuse-reports")
    @Operation(
            summary = "Report that the money was used against its purpose",
            description = "From that day on what is not due yet bears the multiple of the contract rate.")
    ResponseEntity<Entered> misuse(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody MisuseBody body) {
        return entries.enter(
                id,
                "misuse-reports",
                key,
                body,
                (loan, entry) -> new LoanCommand.ReportMisuse(
                        loan,
                        new LoanEntry.Misuse(
                                entry,
                                multiple(Given.required("multiple", body.multiple())),
                                Given.required("document", body.document()),
                                given.pastDay("on", body.on()))));
    }

    private static BigDecimal multiple(String text) {
        return Given.value("multiple", () -> {
            if (!MULTIPLE.matcher(text).matches()) {
                throw new InvalidValue(
                        ValueRefusal.RATE_MALFORMED, "“" + Given.brief(text) + "” is not a multiple like 1.5");
            }
            return new BigDecimal(text);
        });
    }
}
