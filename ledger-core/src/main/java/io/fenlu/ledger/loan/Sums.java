package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;

/** One amount for each kind of debt. */
record Sums(Money principal, Money interest, Money penalty, Money fee) {
    static Sums zero(Currency currency) {
        var zero = Money.zero(currency);
        return new Sums(zero, zero, zero, zero);
    }

    Money of(Bucket bucket) {
        return switch (bucket) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case PENALTY -> penalty;
            case FEE -> fee;
        };
    }

    Sums plus(Bucket bucket, Money amount) {
        return switch (bucket) {
            case PRINCIPAL -> new Sums(principal.plus(amount), interest, penalty, fee);
            case INTEREST -> new Sums(principal, interest.plus(amount), penalty, fee);
            case PENALTY -> new Sums(principal, interest, penalty.plus(amount), fee);
            case FEE -> new Sums(principal, interest, penalty, fee.plus(amount));
        };
    }

    Money total() {
        return principal.plus(interest).plus(penalty).plus(fee);
    }
}
