package io.fenlu.ledger.cli;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.books.AccountPostings;
import io.fenlu.ledger.books.CreditLinePostings;
import io.fenlu.ledger.books.DisbursementPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LoanPostings;
import io.fenlu.ledger.books.MerchantPostings;
import io.fenlu.ledger.books.Posting;
import io.fenlu.ledger.books.SigningKeyPostings;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.gate.History;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The sums of both sides of the books over every fact of the ledger, reckoned from the facts themselves. */
final class WholeBooks {
    private final Map<Currency, Sides> sums = new EnumMap<>(Currency.class);

    private WholeBooks() {}

    /** Debits and credits of one currency. */
    record Sides(Money debits, Money credits) {
        private Sides plus(Entry entry) {
            return switch (entry.side()) {
                case DEBIT -> new Sides(debits.plus(entry.amount()), credits);
                case CREDIT -> new Sides(debits, credits.plus(entry.amount()));
            };
        }

        boolean isBalanced() {
            return debits.equals(credits);
        }
    }

    static WholeBooks of(History history) {
        var books = new WholeBooks();
        history.visit(kept ->
                postings(kept.fact()).forEach(posting -> posting.entries().forEach(books::add)));
        return books;
    }

    Sides in(Currency currency) {
        return sums.getOrDefault(currency, new Sides(Money.zero(currency), Money.zero(currency)));
    }

    boolean isBalanced() {
        return sums.values().stream().allMatch(Sides::isBalanced);
    }

    private void add(Entry entry) {
        sums.merge(entry.amount().currency(), in(entry.amount().currency()).plus(entry), (before, after) -> after);
    }

    private static List<Posting> postings(Fact fact) {
        return switch (fact) {
            case LoanEvent event -> LoanPostings.each(event);
            case AccountEvent event -> AccountPostings.each(event);
            case CreditLineEvent event -> List.of(CreditLinePostings.of(event));
            case DisbursementEvent event -> List.of(DisbursementPostings.of(event));
            case MerchantEvent event -> List.of(MerchantPostings.of(event));
            case SigningKeyEvent event -> List.of(SigningKeyPostings.of(event));
            default ->
                throw new IllegalStateException(
                        "the books do not know " + fact.getClass().getSimpleName());
        };
    }
}
