package io.fenlu.ledger.view;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** A written form of facts under their catalogue names, good enough for the views' tests; the real one belongs to the journal. */
final class StoredForm extends Jackson3Serializer {
    private static final Map<String, Class<?>> FACTS = Stream.of(
                    LoanEvent.class,
                    CreditLineEvent.class,
                    DisbursementEvent.class,
                    AccountEvent.class,
                    MerchantEvent.class,
                    SigningKeyEvent.class)
            .flatMap(StoredForm::leaves)
            .collect(Collectors.toUnmodifiableMap(
                    fact -> fact.getAnnotation(StoredAs.class).name(), fact -> fact));

    private StoredForm(Builder builder) {
        super(builder);
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(StoredForm::leaves)
                : Stream.of(family);
    }

    static StoredForm create() {
        return new StoredForm(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.annotationIntrospector(
                                AnnotationIntrospector.pair(new SealedFamilies(), new JacksonAnnotationIntrospector()))
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
    }

    @Override
    public SerializedType typeForClass(Class type) {
        var stored = ((Class<?>) type).getAnnotation(StoredAs.class);
        return stored == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        var fact = FACTS.get(type.getName());
        return fact == null ? super.classForType(type) : fact;
    }

    private static final class SealedFamilies extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedClass && isFamily(annotated.getRawType())
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, Boolean.TRUE)
                    : null;
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            var type = annotated.getRawType();
            return annotated instanceof AnnotatedClass && isFamily(type)
                    ? leaves(type)
                            .map(member -> new NamedType(member, member.getSimpleName()))
                            .toList()
                    : null;
        }

        private static boolean isFamily(Class<?> type) {
            return type.isSealed() && type.isInterface() && type.getName().startsWith("io.fenlu.");
        }
    }
}
