package io.fenlu.ledger.eventstore;

import io.fenlu.ledger.json.Unreadable;
import io.fenlu.ledger.json.WholeOnly;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes facts as JSON under their catalogue names, and reads them again; class names never reach the journal.
 *
 * <p>Metadata is a flat JSON object with sorted keys. Upcasters see facts as {@code JsonNode} or {@code String}.
 */
public final class CatalogueSerializer implements Serializer {
    private static final TypeReference<Map<String, Object>> METADATA = new TypeReference<>() {};

    private final EventCatalogue catalogue;
    private final JsonMapper json;
    private final JsonMapper facts;
    private final ChainingConverter converter = new ChainingConverter();

    /** With a mapper that sorts maps by key, as {@link io.fenlu.ledger.json.LedgerJson#mapper} does. */
    public CatalogueSerializer(EventCatalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
        facts = WholeOnly.on(json);
        converter.registerConverter(new JsonNodeToByteArrayConverter(json));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(json));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        try {
            var type = typeForClass(object == null ? null : object.getClass());
            var writer = object instanceof Record ? facts : json;
            T content = representation == String.class
                    ? representation.cast(writer.writeValueAsString(object))
                    : converter.convert(writer.writeValueAsBytes(object), representation);
            return new SimpleSerializedObject<>(content, representation, type);
        } catch (WholeOnly.Missing missing) {
            throw new UnwritableFact(
                    "a " + simpleName(object) + " without " + Unreadable.path(missing) + " could not be read again");
        } catch (JacksonException failure) {
            throw new SerializationException("cannot write " + object, failure);
        }
    }

    private static String simpleName(@Nullable Object object) {
        return object == null ? "nothing" : object.getClass().getSimpleName();
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return representation == String.class || converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"
    }) // the contract of Serializer: null for the empty type, T by the stored type
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (SerializedType.emptyType().equals(serialized.getType())) {
            return null;
        }
        var type = classForType(serialized.getType());
        try {
            var text = converter.convert(serialized, String.class).getData();
            return (T)
                    (type == MetaData.class
                            ? MetaData.from(json.readValue(text, METADATA))
                            : json.readValue(text, type));
        } catch (JacksonException failure) {
            throw new SerializationException(
                    "cannot read a " + serialized.getType().getName() + ": " + failure.getOriginalMessage(), failure);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return catalogue.classOf(new StoredName(type.getName(), revision(type)));
    }

    @Override
    @SuppressWarnings("NullAway") // metadata has no revision
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) {
            return SerializedType.emptyType();
        }
        if (MetaData.class.isAssignableFrom(type)) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        var name = catalogue.nameOf(type);
        return new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private static int revision(SerializedType type) {
        try {
            return Integer.parseInt(String.valueOf(type.getRevision()));
        } catch (NumberFormatException _) {
            throw new UnknownFact(type.getName() + " was stored with the revision “" + type.getRevision() + "”");
        }
    }
}
