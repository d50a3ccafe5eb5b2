package io.fenlu.ledger.view.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some accounts of a list, the first opened first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountPage(
        List<AccountListed> accounts,

        @Schema(description = "ask again with after= this place; absent at the end") @Nullable
        Long next) {}
