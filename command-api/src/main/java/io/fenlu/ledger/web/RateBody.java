package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An interest rate over HTTP: a fraction in text, not a percentage, and for how long. */
@Schema(name = "Rate", description = "A fraction in text, not a percentage: 7.2 % a year is 0.072 per year.")
public record RateBody(
        @JsonProperty("value") @Schema(example = "0.072", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String value,

        @JsonProperty("per")
        @Schema(
                example = "year",
                allowableValues = {"year", "month", "day"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String per) {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,30})?");

    static Rate parse(String field, @Nullable RateBody body) {
        var given = Given.required(field, body);
        var value = Given.required(field + ".value", given.value());
        var per = Given.choice(field + ".per", Rate.Per.class, Given.required(field + ".per", given.per()));
        return Given.value(field + ".value", () -> new Rate(decimal(value), per));
    }

    static RateBody of(Rate rate) {
        return new RateBody(rate.value().toPlainString(), Given.written(rate.per()));
    }

    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new InvalidValue(ValueRefusal.RATE_MALFORMED, "“" + Given.brief(text) + "” is not a decimal rate");
        }
        return new BigDecimal(text);
    }
}
