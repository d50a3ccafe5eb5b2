package io.fenlu.ledger.billing;

/** Who pays the fee of instalments, wholly (手续费承担方). */
public enum FeePayer {
    /** 用户承担: with each period. */
    CUSTOMER,
    /** 商家承担: taken from what the merchant is paid. */
    MERCHANT
}
