package io.fenlu.ledger.money;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;

/** A currency of ISO 4217 that the ledger keeps, with the number of decimals of its smallest unit. */
public enum Currency {
    CNY(2),
    USD(2),
    EUR(2),
    JPY(0),
    GBP(2),
    HKD(2),
    SGD(2),
    TWD(2),
    KRW(0);

    private final int digits;

    Currency(int digits) {
        this.digits = digits;
    }

    /** Decimals of the smallest unit: 2 for CNY (fen), 0 for JPY. */
    public int digits() {
        return digits;
    }

    /**
     * The currency with this code.
     *
     * @throws InvalidValue {@link ValueRefusal#CURRENCY_UNKNOWN}
     */
    public static Currency of(String code) {
        for (var currency : values()) {
            if (currency.name().equals(code)) {
                return currency;
            }
        }
        throw new InvalidValue(
                ValueRefusal.CURRENCY_UNKNOWN, "the ledger does not keep the currency “" + brief(code) + "”");
    }

    private static String brief(String code) {
        return code.length() <= 12 ? code : code.substring(0, 12) + "…";
    }
}
