package io.fenlu.ledger.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fenlu.ledger.kernel.StoredAs;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Reads the form of a record off its declaration, as if it carried annotations that the core must not know. */
final class RecordForms extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final String KIND = "kind";

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedMethod method
                        && method.getParameterCount() == 0
                        && isBare(method.getDeclaringClass())
                        && method.getName().equals(components(method.getDeclaringClass())[0].getName())
                ? Boolean.TRUE
                : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedConstructor constructor && isCanonical(constructor.getAnnotated())) {
            return isBare(constructor.getDeclaringClass()) ? JsonCreator.Mode.DELEGATING : JsonCreator.Mode.PROPERTIES;
        }
        return null;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter
                && isCanonical((Executable) parameter.getOwner().getMember())) {
            var component = components(parameter.getDeclaringClass())[parameter.getIndex()];
            return isRequired(component) ? Boolean.TRUE : null;
        }
        return null;
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass && SealedFamily.has(annotated.getRawType())
                ? JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, KIND, null, false, Boolean.TRUE)
                : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        var type = annotated.getRawType();
        return annotated instanceof AnnotatedClass && type.isInterface() && SealedFamily.has(type)
                ? SealedFamily.members(type).stream()
                        .map(member -> new NamedType(member, SealedFamily.kind(member)))
                        .toList()
                : null;
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
        return type.getRawType().isRecord() && SealedFamily.has(type.getRawType())
                ? SealedFamily.kind(type.getRawType())
                : null;
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, @Nullable String[] names) {
        return Arrays.stream(constants)
                .map(constant -> Kebab.ofConstant(constant.name()))
                .toArray(String[]::new);
    }

    /** Whether a component of a record may not be left out. */
    static boolean isRequired(RecordComponent component) {
        var marked = component.getDeclaringRecord().getPackage().isAnnotationPresent(NullMarked.class);
        return marked
                && component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static boolean isBare(Class<?> type) {
        return type.isRecord()
                && components(type).length == 1
                && !type.isAnnotationPresent(StoredAs.class)
                && !SealedFamily.has(type)
                && !components(type)[0].getAccessor().isAnnotationPresent(JsonProperty.class);
    }

    private static boolean isCanonical(Executable executable) {
        var type = executable.getDeclaringClass();
        return type.isRecord()
                && Arrays.equals(
                        executable.getParameterTypes(),
                        Arrays.stream(components(type))
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private static RecordComponent[] components(Class<?> type) {
        return type.getRecordComponents();
    }
}
