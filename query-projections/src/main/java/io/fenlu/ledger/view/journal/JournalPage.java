package io.fenlu.ledger.view.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some postings of the journal, by position; facts that move no money are not in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalPage(
        List<JournalPosting> postings,

        @Schema(description = "ask again with after= this position; absent at the end") @Nullable
        Long next) {}
