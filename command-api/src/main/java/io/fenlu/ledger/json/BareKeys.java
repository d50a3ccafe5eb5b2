package io.fenlu.ledger.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.module.SimpleKeyDeserializers;

/** Lets a record of one component, such as an identity, be the key of a map. */
final class BareKeys extends SimpleKeyDeserializers {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return RecordForms.isBare(type.getRawClass()) ? new BareKey(type.getRawClass()) : null;
    }

    private static final class BareKey extends KeyDeserializer {
        private final Class<?> type;

        BareKey(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return context.readTreeAsValue(context.getNodeFactory().stringNode(key), type);
        }
    }
}
