package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.BookedMovement;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.loan.Movement;
import io.fenlu.ledger.loan.MovementKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nothing comes out of nothing: what facts say was drawn, paid and given up is what is accounted for, to the smallest unit. */
final class Conservation {
    private record Sort(MovementKind kind, @Nullable Bucket bucket) {}

    private final Map<Sort, Long> moved = new HashMap<>();
    private final Map<EntryId, Long> moneyIn = new HashMap<>();
    private final Map<EntryId, Long> moneyBack = new HashMap<>();

    void hear(LoanEvent fact) {
        switch (fact) {
            case LoanDisbursed disbursed ->
                disbursed
                        .funding()
                        .forEach(part -> add(
                                MovementKind.DRAWN, part.bucket(), part.amount().minor()));
            case RepaymentReceived received -> {
                received.funding()
                        .forEach(part -> add(
                                MovementKind.RECEIVED,
                                part.bucket(),
                                part.amount().minor()));
                received.owedToFunders()
                        .forEach(part -> add(
                                MovementKind.FUNDER_OWED,
                                part.bucket(),
                                part.amount().minor()));
                add(MovementKind.CREDIT_HELD, null, received.credit().minor());
                moneyIn.put(
                        new EntryId(received.repaymentId().value()),
                        received.amount().minor());
            }
            case LoanHappening happening -> {
                add(happening.consequence().movements());
                entry(happening.entry());
            }
            case HistoryCorrected corrected ->
                add(corrected.movements().stream().map(BookedMovement::movement).toList());
            default -> {}
        }
    }

    private void entry(LoanEntry entry) {
        switch (entry) {
            case LoanEntry.Payment payment ->
                moneyIn.put(payment.id(), payment.amount().minor());
            case LoanEntry.Withdrawal payment ->
                moneyIn.put(payment.id(), payment.amount().minor());
            case LoanEntry.CreditReturn back ->
                moneyBack.put(back.id(), back.amount().minor());
            case LoanEntry.Refund back -> moneyBack.put(back.id(), back.amount().minor());
            case LoanEntry.Undoing undoing -> {
                moneyIn.remove(undoing.reverses());
                moneyBack.remove(undoing.reverses());
            }
            default -> {}
        }
    }

    private void add(List<Movement> movements) {
        for (var movement : movements) {
            add(movement.kind(), movement.bucket(), movement.amount().minor());
        }
    }

    private void add(MovementKind kind, @Nullable Bucket bucket, long minor) {
        moved.merge(new Sort(kind, bucket), minor, Long::sum);
    }

    private long of(MovementKind kind, @Nullable Bucket bucket) {
        return moved.getOrDefault(new Sort(kind, bucket), 0L);
    }

    private long of(MovementKind kind) {
        return moved.entrySet().stream()
                .filter(sort -> sort.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    void mustHold(LoanState state, LedgerSheet sheet) {
        var loan = state instanceof LoanState.Active active
                ? active
                : state instanceof LoanState.Settled settled ? settled.last() : null;
        if (loan == null) {
            return;
        }
        sheet.mustBalance();
        sheet.noLenderIsOwedLessThanNothing();
        var owed = LoanStanding.last(loan).balances();
        var principal = Bucket.PRINCIPAL;
        assertThat(of(MovementKind.DRAWN, principal) + of(MovementKind.CAPITALISED, principal))
                .as("principal drawn or capitalised is repaid, owed, written off or sold")
                .isEqualTo(of(MovementKind.RECEIVED, principal)
                        + of(MovementKind.REFINANCED, principal)
                        + of(MovementKind.WRITTEN_OFF, principal)
                        + of(MovementKind.SOLD, principal)
                        + owed.principal().minor());
        assertThat(sheet.balance(LedgerAccount.LOAN_PRINCIPAL))
                .as("principal in the books")
                .isEqualTo(owed.principal().minor());
        assertThat(moneyIn.values().stream().mapToLong(Long::longValue).sum())
                .as("money received healed something or is held")
                .isEqualTo(of(MovementKind.RECEIVED)
                        + of(MovementKind.REFINANCED)
                        + of(MovementKind.RECOVERED)
                        + of(MovementKind.CREDIT_HELD));
        assertThat(moneyBack.values().stream().mapToLong(Long::longValue).sum())
                .as("money returned was held, or is owed")
                .isEqualTo(of(MovementKind.CREDIT_RETURNED)
                        + of(MovementKind.OVER_RETURNED)
                        + of(MovementKind.CREDIT_SENT_BACK)
                        + of(MovementKind.OVER_SENT_BACK));
        assertThat(of(MovementKind.CREDIT_HELD) - of(MovementKind.CREDIT_RETURNED) - of(MovementKind.CREDIT_SENT_BACK))
                .as("credit held")
                .isEqualTo(owed.credit().minor());
        assertThat(-sheet.balance(LedgerAccount.BORROWER_CREDIT))
                .isEqualTo(owed.credit().minor());
        funders(loan, sheet);
        assertThat(sheet.balance(LedgerAccount.IMPAIRMENT_LOSS)).isEqualTo(of(MovementKind.PROVIDED));
        assertThat(-sheet.balance(LedgerAccount.LOAN_LOSS_ALLOWANCE))
                .as("the allowance is what was provided and recovered, less what was written off")
                .isEqualTo(of(MovementKind.PROVIDED) + of(MovementKind.RECOVERED) - of(MovementKind.WRITTEN_OFF));
        if (state instanceof LoanState.Settled && of(MovementKind.WRITTEN_OFF) == 0) {
            assertThat(of(MovementKind.PROVIDED))
                    .as("a loan that was repaid holds no allowance")
                    .isZero();
        }
        assertThat(sheet.balance(LedgerAccount.CAPITALISATION)).isZero();
        assertThat(sheet.balance(LedgerAccount.DEBT_SALES)).isZero();
        assertThat(sheet.balance(LedgerAccount.FEE_RECEIVABLE))
                .isEqualTo(owed.fees().minor());
    }

    private void funders(LoanState.Active loan, LedgerSheet sheet) {
        if (loan.agreement().funding().shares().size() > 1) {
            assertThat(of(MovementKind.FUNDER_OWED))
                    .as("all that came in is owed to the funders")
                    .isEqualTo(of(MovementKind.RECEIVED)
                            + of(MovementKind.REFINANCED)
                            + of(MovementKind.RECOVERED)
                            + of(MovementKind.SALE_PRICE));
        }
        assertThat(-sheet.balance(LedgerAccount.FUNDER_PAYABLE))
                .as("funders are owed what came in and was not passed on")
                .isEqualTo(of(MovementKind.FUNDER_OWED) - of(MovementKind.FUNDER_PAID));
    }
}
