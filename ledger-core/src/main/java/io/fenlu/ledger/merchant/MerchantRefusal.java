package io.fenlu.ledger.merchant;

import io.fenlu.ledger.kernel.Refusal;

/** Why nothing is noted or set off for a merchant. */
public enum MerchantRefusal implements Refusal {
    MERCHANT_OWES_NOTHING(Kind.NOT_NOW, "The merchant owes nothing that could be set off."),
    MERCHANT_AMOUNT_NOT_POSITIVE(Kind.UNACCEPTABLE, "What a merchant owes or is to be paid is more than zero."),
    MERCHANT_CURRENCY_DIFFERS(Kind.UNACCEPTABLE, "The merchant's debts are kept in another currency.");

    private final Kind kind;
    private final String sentence;

    MerchantRefusal(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
