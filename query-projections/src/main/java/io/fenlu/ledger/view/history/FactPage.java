package io.fenlu.ledger.view.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some facts of one aggregate, oldest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactPage(
        List<StoredFact> events,

        @Schema(description = "ask again with after= this position; absent at the end") @Nullable
        Long next) {}
