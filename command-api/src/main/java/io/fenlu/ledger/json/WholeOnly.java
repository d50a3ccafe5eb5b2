package io.fenlu.ledger.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Executable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value only when it has everything that it must have, so that nothing is written that could not be read again. */
public final class WholeOnly extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private WholeOnly() {
        super("whole-only");
        setDefaultNullValueSerializer(new Nothing());
    }

    /**
     * The same forms, but what must not be missing and is missing is refused on writing.
     *
     * @return a mapper that throws {@link Missing} then
     */
    public static JsonMapper on(JsonMapper forms) {
        return forms.rebuild().addModule(new WholeOnly()).build();
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new WhatMustStand());
    }

    /** A part that must not be missing is; {@link Unreadable#path} is the way to it. */
    public static final class Missing extends DatabindException {
        private static final long serialVersionUID = 1L;

        private Missing(JsonGenerator json) {
            super(json, "something that is needed is missing");
        }
    }

    /** Parts that may be missing are left out, so whoever comes here may not. */
    private static final class Nothing extends StdSerializer<Object> {
        Nothing() {
            super(Object.class);
        }

        @Override
        public void serialize(@Nullable Object nothing, JsonGenerator json, SerializationContext context) {
            throw new Missing(json);
        }
    }

    private static final class WhatMustStand extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedMember member && isRequired(member)
                    ? JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
                    : JsonInclude.Value.empty();
        }

        private static boolean isRequired(AnnotatedMember member) {
            var components = member.getDeclaringClass().getRecordComponents();
            return components != null
                    && !(member.getMember() instanceof Executable takesSomething
                            && takesSomething.getParameterCount() > 0)
                    && Arrays.stream(components)
                            .filter(component -> component.getName().equals(member.getName()))
                            .anyMatch(RecordForms::isRequired);
        }
    }
}
