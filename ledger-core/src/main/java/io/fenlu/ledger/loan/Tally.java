package io.fenlu.ledger.loan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes down what one entry moves, and by how much for each lender. */
final class Tally {
    private static final Set<MovementKind> PAID =
            EnumSet.of(MovementKind.RECEIVED, MovementKind.REFINANCED, MovementKind.CAPITALISED);

    private static final Set<MovementKind> CASH = EnumSet.of(MovementKind.RECEIVED, MovementKind.REFINANCED);

    private final FundingShares funding;
    private final boolean owesFunders;
    private final List<Movement> movements = new ArrayList<>();
    private Sums raised;
    private Sums lowered;
    private Sums collected;
    private Money costs;
    private Money offBook;
    private Money provided;

    Tally(LoanAgreement agreement, BookTotals before) {
        funding = agreement.funding();
        owesFunders = agreement.owesFunders();
        raised = before.raised();
        lowered = before.lowered();
        collected = before.collected();
        costs = before.costs();
        offBook = before.offBook();
        provided = before.provided();
    }

    /** Interest, penalty and fees that were paid, or turned into principal. */
    Money costs() {
        return costs;
    }

    Money onBook(Bucket bucket) {
        return raised.of(bucket).minus(lowered.of(bucket));
    }

    /** The books hold more of a kind of debt. */
    void raise(MovementKind kind, Bucket bucket, Money amount) {
        split(kind, bucket, raised.of(bucket), amount);
        raised = raised.plus(bucket, amount);
    }

    /** The books hold less of a kind of debt. */
    void lower(MovementKind kind, Bucket bucket, Money amount) {
        split(kind, bucket, lowered.of(bucket), amount);
        lowered = lowered.plus(bucket, amount);
        if (bucket != Bucket.PRINCIPAL && PAID.contains(kind)) {
            costs = costs.plus(amount);
        }
        if (CASH.contains(kind)) {
            collect(bucket, amount);
        }
    }

    /** Something that the books hold no debt for moves, by lender. */
    void split(MovementKind kind, Bucket bucket, Money before, Money amount) {
        if (!amount.isZero()) {
            for (var part : funding.split(bucket, before, amount)) {
                movements.add(new Movement(kind, bucket, part.lender(), part.amount()));
            }
        }
    }

    /** Money came in for a kind of debt: of several funders each is owed its part of it. */
    void collect(Bucket bucket, Money amount) {
        if (owesFunders) {
            split(MovementKind.FUNDER_OWED, bucket, collected.of(bucket), amount);
            collected = collected.plus(bucket, amount);
        }
    }

    /** One of several funders is paid. */
    void pay(LenderId funder, Money amount) {
        movements.add(new Movement(MovementKind.FUNDER_PAID, null, funder, amount));
    }

    /** Something moves that belongs to no lender. */
    void move(MovementKind kind, Money amount) {
        if (!amount.isZero()) {
            movements.add(new Movement(kind, null, null, amount));
        }
    }

    /** The allowance for losses is now so much; by lender, as the principal is. */
    void provide(Money now) {
        split(MovementKind.PROVIDED, Bucket.PRINCIPAL, provided, now.minus(provided));
        provided = now;
    }

    /** Whether an allowance for losses is held. */
    boolean provides() {
        return !provided.isZero();
    }

    /** What was written off used the allowance up; what it did not need is released. */
    void useUpAllowance() {
        var written = provided.zero();
        for (var movement : movements) {
            if (movement.kind() == MovementKind.WRITTEN_OFF) {
                written = written.plus(movement.amount());
            }
        }
        provide(provided.min(written));
        provided = provided.zero();
    }

    /** What is earned, not paid and off the books is now so much. */
    void offBook(Money now) {
        move(MovementKind.OFF_BOOK, now.minus(offBook));
        offBook = now;
    }

    List<Movement> movements() {
        return movements;
    }

    BookTotals totals() {
        return new BookTotals(raised, lowered, collected, costs, offBook, provided);
    }
}
