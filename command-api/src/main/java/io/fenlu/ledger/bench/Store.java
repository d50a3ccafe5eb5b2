package io.fenlu.ledger.bench;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which kind of database is measured. */
enum Store {
    H2("h2"),
    POSTGRES("postgres");

    private final String word;

    Store(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }

    /** Reads the word. */
    static final class Form implements ITypeConverter<Store> {
        @Override
        public Store convert(String word) {
            for (var store : values()) {
                if (store.word.equals(word)) {
                    return store;
                }
            }
            throw new TypeConversionException("“" + word + "” is not h2 or postgres");
        }
    }
}
