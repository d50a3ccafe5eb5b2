package io.fenlu.ledger.bench;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Who pays, or who asks for a loan. */
enum Scenario {
    /** Repayments on a thousand loans that everybody keeps in memory. */
    HOT("hot", 1_000),
    /** Each order asks for another loan. */
    NEW("new", 0),
    /** Repayments on a hundred thousand loans, the first ones much more often than the last ones. */
    ZIPF("zipf", 100_000);

    private final String word;
    private final int loans;

    Scenario(String word, int loans) {
        this.word = word;
        this.loans = loans;
    }

    /** How many loans there are beforehand. */
    int loans() {
        return loans;
    }

    @Override
    public String toString() {
        return word;
    }

    /** Reads the word. */
    static final class Form implements ITypeConverter<Scenario> {
        @Override
        public Scenario convert(String word) {
            for (var scenario : values()) {
                if (scenario.word.equals(word)) {
                    return scenario;
                }
            }
            throw new TypeConversionException("“" + word + "” is not hot, new or zipf");
        }
    }
}
