package io.fenlu.ledger.web;

import java.util.Set;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** How JSON is read at the doors: nothing unknown, nothing twice, nothing of another type, nothing after the end. */
@Configuration(proxyBeanMethods = false)
class HttpJson {
    /** A mapper with these rules and no others. */
    static final JsonMapper STRICT = strict(JsonMapper.builder()).build();

    @Bean
    JsonMapperBuilderCustomizer strictDoors() {
        return HttpJson::strict;
    }

    private static JsonMapper.Builder strict(JsonMapper.Builder builder) {
        return builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> only(Set.of(CoercionInputShape.String, CoercionInputShape.EmptyString), text))
                .withCoercionConfig(LogicalType.Integer, number -> only(Set.of(CoercionInputShape.Integer), number));
    }

    private static void only(Set<CoercionInputShape> read, MutableCoercionConfig type) {
        for (var shape : CoercionInputShape.values()) {
            if (!read.contains(shape)) {
                type.setCoercion(shape, CoercionAction.Fail);
            }
        }
    }
}
