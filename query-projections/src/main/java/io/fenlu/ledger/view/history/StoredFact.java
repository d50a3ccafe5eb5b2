package io.fenlu.ledger.view.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it was stored.
 *
 * @param position its place among all facts of the ledger
 * @param sequence its place among the facts of its aggregate, from 0
 * @param recordedAt when the ledger learned of it
 * @param businessDate when it counts
 * @param payload the fact itself, as JSON
 * @param metadata who asked and how, as JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredFact(
        long position,
        @JsonProperty("event_id") String eventId,
        @Schema(example = "loan.repayment-received") String name,
        int revision,
        @JsonProperty("aggregate_type") @Nullable String aggregateType,
        @JsonProperty("aggregate_id") UUID aggregateId,
        long sequence,
        @JsonProperty("recorded_at") Instant recordedAt,
        @JsonProperty("business_date") LocalDate businessDate,
        @JsonRawValue @Schema(type = "object") String payload,
        @JsonRawValue @Schema(type = "object") String metadata) {}
