package io.fenlu.ledger.view.statement;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.loan.BookedMovement;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.Movement;
import io.fenlu.ledger.loan.MovementKind;
import io.fenlu.ledger.money.Money;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What something that happened to a loan moved, for its statement: how much of each kind of debt, and of credit. Nothing for what moves
 * no money and no debt, such as another rate.
 *
 * @param parts by kind of debt; negative where something was taken back
 */
record HappeningLine(Statement.Movement movement, Map<Bucket, Money> parts, Money credit) {
    /** The movements that a reversal takes back, or a correction changes. */
    private static final Set<MovementKind> CASH =
            EnumSet.of(MovementKind.RECEIVED, MovementKind.REFINANCED, MovementKind.RECOVERED, MovementKind.WAIVED);

    static Optional<HappeningLine> of(LoanHappening fact) {
        var consequence = fact.consequence();
        var credit = consequence.credit();
        return switch (fact.entry()) {
            case LoanEntry.Draw draw ->
                line(Statement.Movement.TRANCHE, only(Bucket.PRINCIPAL, draw.amount()), credit.zero());
            case LoanEntry.Payment payment ->
                line(
                        switch (payment.payer()) {
                            case REFINANCING -> Statement.Movement.REFINANCING;
                            case RECOVERY -> Statement.Movement.RECOVERY;
                            case BORROWER, GUARANTOR, COLLATERAL -> Statement.Movement.THIRD_PARTY_PAYMENT;
                        },
                        healed(consequence.allocation()),
                        credit);
            case LoanEntry.Withdrawal _ ->
                line(Statement.Movement.WITHDRAWAL, healed(consequence.allocation()), credit);
            case LoanEntry.CreditReturn returned ->
                line(Statement.Movement.OVERPAYMENT_RETURN, Map.of(), returned.amount());
            case LoanEntry.Refund refund -> line(Statement.Movement.OVERPAYMENT_RETURN, Map.of(), refund.amount());
            case LoanEntry.Fee fee ->
                line(Statement.Movement.FEE, only(Bucket.FEE, charged(fee.amount(), consequence.cut())), credit.zero());
            case LoanEntry.Waiver _ -> line(Statement.Movement.WAIVER, healed(consequence.allocation()), credit.zero());
            case LoanEntry.ChargeOff _ ->
                line(
                        Statement.Movement.CHARGE_OFF,
                        moved(consequence.movements(), EnumSet.of(MovementKind.WRITTEN_OFF)),
                        credit.zero());
            case LoanEntry.Sale _ ->
                line(
                        Statement.Movement.SALE,
                        moved(consequence.movements(), EnumSet.of(MovementKind.SOLD)),
                        credit.zero());
            case LoanEntry.Reversal _ ->
                line(Statement.Movement.REVERSAL, moved(consequence.movements(), CASH), credit);
            case LoanEntry.DisbursementReturn _ ->
                line(
                        Statement.Movement.DISBURSEMENT_RETURN,
                        moved(consequence.movements(), EnumSet.of(MovementKind.DRAWN)),
                        credit);
            case LoanEntry.RateChange _,
                    LoanEntry.Pause _,
                    LoanEntry.Resume _,
                    LoanEntry.DueDateMove _,
                    LoanEntry.Restructuring _,
                    LoanEntry.Misuse _,
                    LoanEntry.Remittance _,
                    LoanEntry.Mark _ -> Optional.empty();
        };
    }

    /** What earlier movements come out otherwise by, because of something learned late. */
    static Optional<HappeningLine> of(HistoryCorrected fact) {
        if (fact.corrections().isEmpty()) {
            return Optional.empty();
        }
        var movements = fact.movements().stream().map(BookedMovement::movement).toList();
        var credit = fact.balances().credit().zero();
        for (var correction : fact.corrections()) {
            credit = credit.plus(correction.creditAfter()).minus(correction.creditBefore());
        }
        return line(Statement.Movement.CORRECTION, moved(movements, CASH), credit);
    }

    /** A part of the amount; zero where nothing of the kind moved. */
    Money part(Bucket bucket) {
        return parts.getOrDefault(bucket, credit.zero());
    }

    Money amount() {
        var sum = credit;
        for (var part : parts.values()) {
            sum = sum.plus(part);
        }
        return sum;
    }

    private static Optional<HappeningLine> line(Statement.Movement movement, Map<Bucket, Money> parts, Money credit) {
        return Optional.of(new HappeningLine(movement, parts, credit));
    }

    /** What is left of a charge under the caps on the cost. */
    private static Money charged(Money wanted, @Nullable Money cut) {
        return cut == null ? wanted : wanted.minus(cut);
    }

    private static Map<Bucket, Money> only(Bucket bucket, Money amount) {
        return Map.of(bucket, amount);
    }

    private static Map<Bucket, Money> healed(List<AllocationLine> lines) {
        var parts = new EnumMap<Bucket, Money>(Bucket.class);
        lines.forEach(line -> parts.merge(line.bucket(), line.amount(), Money::plus));
        return parts;
    }

    private static Map<Bucket, Money> moved(List<Movement> movements, Set<MovementKind> kinds) {
        var parts = new EnumMap<Bucket, Money>(Bucket.class);
        for (var movement : movements) {
            var bucket = movement.bucket();
            if (bucket != null && kinds.contains(movement.kind())) {
                parts.merge(bucket, movement.amount(), Money::plus);
            }
        }
        return parts;
    }
}
