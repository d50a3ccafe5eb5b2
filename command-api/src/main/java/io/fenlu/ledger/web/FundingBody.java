package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.kernel.LenderId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who funds which part of a loan, over HTTP. */
@Schema(name = "Funding", description = "Shares that sum to 1,000,000; the lender of record funds all when left out.")
public record FundingBody(
        @JsonProperty("shares") @Nullable List<@Nullable Share> shares,

        @JsonProperty("remainder_holder") @Schema(example = "fenlu-lender") @Nullable
        String remainderHolder) {
    /** One lender's part. */
    @Schema(name = "FundingShare")
    public record Share(
            @JsonProperty("lender") @Schema(example = "fenlu-lender") @Nullable
            String lender,

            @JsonProperty("parts_per_million") @Schema(example = "1000000") @Nullable
            Integer partsPerMillion) {}

    FundingShares parse(String field) {
        var given = Given.required(field + ".shares", shares);
        var parts = new ArrayList<FundingShare>();
        for (var index = 0; index < given.size(); index++) {
            var at = field + ".shares[" + index + "]";
            var share = Given.required(at, given.get(index));
            var lender = lender(at + ".lender", share.lender());
            parts.add(new FundingShare(lender, Given.required(at + ".parts_per_million", share.partsPerMillion())));
        }
        var holder = lender(field + ".remainder_holder", remainderHolder);
        return Given.value(field, () -> new FundingShares(parts, holder));
    }

    private static LenderId lender(String field, @Nullable String name) {
        var given = Given.required(field, name);
        return Given.value(field, () -> new LenderId(given));
    }
}
