package io.fenlu.ledger.boot;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.fenlu.ledger.eventstore.CatalogueSerializer;
import io.fenlu.ledger.eventstore.EventCatalogue;
import io.fenlu.ledger.eventstore.EventRoot;
import io.fenlu.ledger.eventstore.PastForm;
import io.fenlu.ledger.eventstore.PastForms;
import io.fenlu.ledger.json.LedgerJson;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How facts, and everything else that is kept, are written down. */
@Configuration(proxyBeanMethods = false)
class SerializerBeans {
    @Bean
    EventCatalogue eventCatalogue(ObjectProvider<EventRoot> roots) {
        return EventCatalogue.of(
                roots.orderedStream().<Class<?>>map(EventRoot::family).toList());
    }

    /** Facts of earlier releases; Axon finds it by its type. */
    @Bean
    EventUpcaster pastForms(EventCatalogue catalogue, ObjectProvider<PastForm> forms) {
        return PastForms.upcaster(catalogue, forms.stream().toList());
    }

    /** Facts: by catalogue name, revision and the ledger's JSON. */
    @Bean
    @Qualifier("eventSerializer")
    CatalogueSerializer eventSerializer(EventCatalogue catalogue) {
        return new CatalogueSerializer(catalogue, LedgerJson.mapper());
    }

    /** Tokens, processes, reminders, snapshots: all that can be thrown away or lives no longer than a program's version. */
    @Bean
    @Primary
    @Qualifier("generalSerializer")
    Jackson3Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(SerializerBeans::forAxon)
                .build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(@Qualifier("generalSerializer") Jackson3Serializer general) {
        return general;
    }

    /** The doors speak the same JSON as the journal. */
    @Bean
    JsonMapperBuilderCustomizer ledgerJsonForDoors() {
        return LedgerJson::on;
    }

    /** Axon's own types show fields rather than properties, and name their classes. */
    private static void forAxon(JsonMapper.Builder builder) {
        var known = BasicPolymorphicTypeValidator.builder();
        for (var prefix : List.of("org.axonframework.", "io.fenlu.ledger.", "java.")) {
            known.allowIfSubType(prefix);
        }
        LedgerJson.on(builder)
                .polymorphicTypeValidator(known.build())
                .changeDefaultVisibility(checker -> checker.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
