package io.fenlu.ledger.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The written form of everything the ledger keeps: the same value always gives the same text.
 *
 * <p>Records are objects with snake_case names in the order of their components; a record of one component is that component's bare
 * value; the members of a sealed family carry their name as {@code "kind"}; enum constants are lower-kebab-case; an amount is
 * {@code "CNY 10.00"}; decimals are plain strings; dates are ISO 8601; what is absent is left out. On reading, an unknown property is
 * an error, and so is a missing one whose component may not be null.
 *
 * <p>Sets and maps are written in the order of their iteration (maps by key), so facts should hold lists.
 */
public final class LedgerJson {
    private LedgerJson() {}

    /** A mapper that knows these forms and nothing else. */
    public static JsonMapper mapper() {
        return on(JsonMapper.builder()).build();
    }

    /** Teaches these forms to a mapper that is being built. */
    public static JsonMapper.Builder on(JsonMapper.Builder builder) {
        return builder.annotationIntrospector(
                        AnnotationIntrospector.pair(new RecordForms(), new JacksonAnnotationIntrospector()))
                .accessorNaming(new ComponentNaming())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .withConfigOverride(BigDecimal.class, plain -> plain.setFormat(asText()))
                .withConfigOverride(BigInteger.class, plain -> plain.setFormat(asText()))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .addModule(new SimpleModule("ledger")
                        .setKeyDeserializers(new BareKeys())
                        .addSerializer(Money.class, new MoneyForm.Writer())
                        .addDeserializer(Money.class, new MoneyForm.Reader())
                        .addSerializer(Currency.class, new CurrencyForm.Writer())
                        .addDeserializer(Currency.class, new CurrencyForm.Reader()));
    }

    private static JsonFormat.Value asText() {
        return JsonFormat.Value.forShape(JsonFormat.Shape.STRING);
    }
}
