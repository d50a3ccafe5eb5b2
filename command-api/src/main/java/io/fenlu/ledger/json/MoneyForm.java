package io.fenlu.ledger.json;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** An amount with its currency in one string, for example {@code "CNY 10.00"}. */
final class MoneyForm {
    private MoneyForm() {}

    static final class Writer extends StdScalarSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeString(money.currency().name() + ' ' + money.amount());
        }
    }

    static final class Reader extends StdScalarDeserializer<Money> {
        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getValueAsString("");
            if (text.length() < 5 || text.charAt(3) != ' ') {
                return (Money) context.handleWeirdStringValue(
                        Money.class, text, "an amount is a currency, a space and a decimal, for example “CNY 10.00”");
            }
            try {
                return Money.of(text.substring(4), Currency.valueOf(text.substring(0, 3)));
            } catch (IllegalArgumentException wrong) {
                return (Money) context.handleWeirdStringValue(Money.class, text, "%s", wrong.getMessage());
            }
        }
    }
}
