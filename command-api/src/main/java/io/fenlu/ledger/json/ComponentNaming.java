package io.fenlu.ledger.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AccessorNamingStrategy;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.DefaultAccessorNamingStrategy;

/** A record consists of its components and of nothing that merely looks like a getter, such as {@code isZero()}. */
final class ComponentNaming extends DefaultAccessorNamingStrategy.Provider {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass type) {
        return new OnlyComponents(config, type);
    }

    private static final class OnlyComponents extends DefaultAccessorNamingStrategy.RecordNaming {
        OnlyComponents(MapperConfig<?> config, AnnotatedClass type) {
            super(config, type);
        }

        @Override
        public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
            return _fieldNames.contains(name) ? name : null;
        }

        @Override
        public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
            return null;
        }
    }
}
