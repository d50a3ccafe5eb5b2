package io.fenlu.ledger.json;

import io.fenlu.ledger.money.Currency;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** A currency by its code of ISO 4217, in capitals as everywhere else in the world. */
final class CurrencyForm {
    private CurrencyForm() {}

    static final class Writer extends StdScalarSerializer<Currency> {
        Writer() {
            super(Currency.class);
        }

        @Override
        public void serialize(Currency currency, JsonGenerator json, SerializationContext context) {
            json.writeString(currency.name());
        }
    }

    static final class Reader extends StdScalarDeserializer<Currency> {
        Reader() {
            super(Currency.class);
        }

        @Override
        public Currency deserialize(JsonParser json, DeserializationContext context) {
            var code = json.getValueAsString("");
            try {
                return Currency.valueOf(code);
            } catch (IllegalArgumentException _) {
                return (Currency) context.handleWeirdStringValue(Currency.class, code, "no currency of this ledger");
            }
        }
    }
}
