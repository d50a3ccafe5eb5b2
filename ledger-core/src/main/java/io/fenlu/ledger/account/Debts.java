package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;

/** What is owed, by kind (各类欠款). */
public record Debts(Money principal, Money interest, Money penalty, Money fee) {
    static Debts zero(Currency currency) {
        var zero = Money.zero(currency);
        return new Debts(zero, zero, zero, zero);
    }

    public Money of(Bucket bucket) {
        return switch (bucket) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case PENALTY -> penalty;
            case FEE -> fee;
        };
    }

    Debts plus(Bucket bucket, Money amount) {
        return switch (bucket) {
            case PRINCIPAL -> new Debts(principal.plus(amount), interest, penalty, fee);
            case INTEREST -> new Debts(principal, interest.plus(amount), penalty, fee);
            case PENALTY -> new Debts(principal, interest, penalty.plus(amount), fee);
            case FEE -> new Debts(principal, interest, penalty, fee.plus(amount));
        };
    }

    Debts plus(Debts other) {
        return new Debts(
                principal.plus(other.principal),
                interest.plus(other.interest),
                penalty.plus(other.penalty),
                fee.plus(other.fee));
    }

    public Money total() {
        return principal.plus(interest).plus(penalty).plus(fee);
    }

    boolean isNone() {
        return principal.isZero() && interest.isZero() && penalty.isZero() && fee.isZero();
    }
}
