package io.fenlu.ledger.view.loanaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some loans of a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoanPage(
        List<LoanAccount> loans,

        @Schema(description = "ask again with after= this place; absent at the end") @Nullable
        Long next) {}
