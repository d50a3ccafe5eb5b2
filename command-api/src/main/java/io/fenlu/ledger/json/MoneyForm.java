package io.fenlu.ledger.json;

import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
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
        private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?");

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
                return kept(text.substring(4), Currency.valueOf(text.substring(0, 3)));
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                return (Money) context.handleWeirdStringValue(Money.class, text, "%s", wrong.getMessage());
            }
        }

        /**
         * An amount that was kept. What has grown here may be larger than what is accepted from outside ({@link Money#LARGEST}): a
         * reader that minded would stop every view before a fact that was obeyed.
         */
        private static Money kept(String amount, Currency currency) {
            if (!DECIMAL.matcher(amount).matches()) {
                throw new IllegalArgumentException("not a decimal amount");
            }
            var minor = new BigDecimal(amount).movePointRight(currency.digits());
            return new Money(minor.longValueExact(), currency);
        }
    }
}
