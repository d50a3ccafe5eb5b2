package io.fenlu.ledger.life;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.*;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.loan.PurposeBinding;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.story.Entries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A life of a loan with everything that can happen to one, drawn by a seed in the order of business dates. */
final class LateHistory {
    private static final CreditLineId LINE = new CreditLineId(new UUID(0, 2));
    private static final PayoutInstruction ACCOUNT = new PayoutInstruction(PayoutChannel.BANK, "acct");
    private final Dice dice;
    private final LateLedger ledger = new LateLedger();
    private final List<LoanCommand> orders = new ArrayList<>();
    private final List<EntryId> undoable = new ArrayList<>();
    private final List<EntryId> draws = new ArrayList<>();
    private final LoanAgreement agreement;
    private LocalDate today;

    private LateHistory(long seed) {
        dice = new Dice(seed);
        today = Draws.date(dice);
        var free = Draws.agreement(dice, Draws.termsWithCosts(dice), today);
        var capped = dice.percent(15) ? Draws.capped(dice, free) : free;
        agreement = new LateLedger().obey(request(capped)) ? capped : free;
    }

    private RequestLoan request(LoanAgreement agreed) {
        return new RequestLoan(Entries.LOAN, LINE, agreed, ACCOUNT, today);
    }

    /** What was lived: the orders that were accepted, in the order of their dates, and the ledger that heard them. */
    record Lived(List<LoanCommand> orders, LateLedger ledger) {}

    /** The life of a seed; its first two orders open the loan. */
    static Lived of(long seed) {
        var history = new LateHistory(seed);
        history.live();
        return new Lived(List.copyOf(history.orders), history.ledger);
    }

    private void live() {
        ask(request(agreement));
        ask(new OpenLoan(Entries.LOAN, new BorrowerId("b"), today));
        if (dice.percent(50)) {
            ask(new ConfirmPayout(Entries.LOAN, new DisbursementId(Entries.PAYOUT.value()), today));
            draws.add(Entries.PAYOUT);
        } else {
            draw(agreement.principal());
        }
        var wanted = dice.between(10, 60);
        for (int tries = 0; orders.size() < wanted && tries < 4 * wanted; tries++) {
            today = today.plusDays(dice.oneOf(0, 0, 1, 3, 9, 15, 30, 31, dice.between(0, 60)));
            ledger.standing(today).ifPresent(this::happen);
        }
    }

    private boolean ask(LoanCommand order) {
        if (ledger.obey(order)) {
            orders.add(order);
            return true;
        }
        return false;
    }

    private void ask(LoanCommand order, EntryId id) {
        if (ask(order)) {
            undoable.add(id);
        }
    }

    private EntryId id() {
        return new EntryId(new UUID(1, dice.between(1L, Long.MAX_VALUE - 1)));
    }

    private Money part(Money of, int atMostPerMille) {
        var part = new Money(of.minor() / 1000 * dice.between(0, atMostPerMille), of.currency());
        return part.isPositive() ? part : new Money(1, of.currency());
    }

    private void draw(Money left) {
        var id = id();
        var purpose = dice.percent(50) ? new PurposeBinding("supplier-1", "order-1") : null;
        if (ask(new DrawTranche(Entries.LOAN, new LoanEntry.Draw(id, part(left, 700), purpose, today)))) {
            draws.add(id);
        }
    }

    private void happen(LoanStanding standing) {
        switch (dice.between(0, 29)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> repay(standing);
            case 8 -> draw(agreement.principal());
            case 9, 10 -> thirdParty(standing);
            case 11 -> fee();
            case 12, 13 -> waive(standing);
            case 14 -> rate();
            case 15 -> pause();
            case 16, 17 -> ask(new ResumeInterest(Entries.LOAN, new LoanEntry.Resume(id(), today)));
            case 18 -> moveDueDate(standing);
            case 19 -> restructure();
            case 20 -> misuse();
            case 21, 22, 23, 24 -> reverse();
            case 25, 26 -> monthEnd();
            case 27 -> marks(standing);
            case 28 -> ends(standing);
            default -> giveBack(standing);
        }
    }

    private void repay(LoanStanding standing) {
        var owed = standing.balances();
        var amount = switch (dice.between(0, 5)) {
            case 0 -> owed.due();
            case 1 -> new Money(1, owed.credit().currency());
            case 2 -> dice.percent(20) ? owed.payoff() : part(owed.payoff(), 100);
            case 3 ->
                agreement.terms().overpayment() != OverpaymentRule.REFUSE && dice.percent(20)
                        ? owed.payoff().plus(part(agreement.principal(), 300))
                        : part(owed.payoff(), 200);
            default -> part(owed.payoff(), 300);
        };
        var id = new RepaymentId(id().value());
        ask(new RecordRepayment(Entries.LOAN, id, amount, today), new EntryId(id.value()));
    }

    private void thirdParty(LoanStanding standing) {
        var id = id();
        var payoff = standing.balances().payoff();
        switch (dice.between(0, 7)) {
            case 0 -> {
                var paid = new LoanEntry.Payment(id, Payer.REFINANCING, "loan-2", payoff, today);
                ask(new RefinanceLoan(Entries.LOAN, paid), id);
            }
            case 1, 2, 3 -> {
                var amount = part(agreement.principal(), 100);
                var paid = new LoanEntry.Payment(id, Payer.RECOVERY, "court-1", amount, today);
                ask(new RecordRecovery(Entries.LOAN, paid), id);
            }
            default -> {
                var payer = dice.oneOf(Payer.GUARANTOR, Payer.COLLATERAL);
                var paid = new LoanEntry.Payment(id, payer, "guarantor-1", part(payoff, 200), today);
                ask(new RecordThirdPartyPayment(Entries.LOAN, paid), id);
            }
        }
    }

    private void fee() {
        var id = id();
        var fee = new LoanEntry.Fee(id, "late-letter", "bank", part(agreement.principal(), 20), today);
        ask(new ChargeFee(Entries.LOAN, fee), id);
    }

    private void waive(LoanStanding standing) {
        var id = id();
        var bucket = dice.oneOf(Bucket.INTEREST, Bucket.PENALTY, Bucket.FEE);
        var amount = dice.percent(50) ? null : part(standing.balances().interest(), 900);
        ask(
                new WaiveDebt(Entries.LOAN, new LoanEntry.Waiver(id, bucket, amount, "goodwill", "committee-1", today)),
                id);
    }

    private void rate() {
        var id = id();
        var rate = Draws.rate(dice, agreement.terms().dayCount());
        ask(new ChangeRate(Entries.LOAN, new LoanEntry.RateChange(id, rate, "review", today)), id);
    }

    private void pause() {
        var id = id();
        ask(new PauseInterest(Entries.LOAN, new LoanEntry.Pause(id, dice.percent(50), "flood", today)), id);
    }

    private void moveDueDate(LoanStanding standing) {
        var upcoming = standing.schedule().stream().filter(row -> !row.due()).toList();
        if (!upcoming.isEmpty()) {
            var row = dice.oneOf(upcoming).bill();
            var id = id();
            var dueOn = row.dueOn().plusDays(dice.between(-10, 10));
            ask(new MoveDueDate(Entries.LOAN, new LoanEntry.DueDateMove(id, row.number(), dueOn, "payday", today)), id);
        }
    }

    private void restructure() {
        var id = id();
        var measure = Draws.measure(dice, today, agreement.terms().dayCount());
        var accrued = dice.oneOf(AccruedInterest.values());
        ask(
                new RestructureLoan(
                        Entries.LOAN,
                        new LoanEntry.Restructuring(id, measure, accrued, "hardship", "committee-1", today)),
                id);
    }

    private void misuse() {
        var id = id();
        var multiple = dice.oneOf(new BigDecimal("1.5"), BigDecimal.TWO);
        ask(new ReportMisuse(Entries.LOAN, new LoanEntry.Misuse(id, multiple, "audit-1", today)), id);
    }

    private void reverse() {
        if (draws.size() > 1 && dice.percent(10)) {
            ask(new ReturnDisbursement(
                    Entries.LOAN, new LoanEntry.DisbursementReturn(id(), dice.oneOf(draws), "bank-9", today)));
        } else if (!undoable.isEmpty()) {
            ask(new ReverseEntry(
                    Entries.LOAN, new LoanEntry.Reversal(id(), dice.oneOf(undoable), "entered twice", today)));
        }
    }

    private void monthEnd() {
        var end = today.with(TemporalAdjusters.lastDayOfMonth());
        if (ask(new AccrueInterest(Entries.LOAN, new LoanEntry.MonthEnd(dice.oneOf(90, 90, 30, 0), end)))) {
            today = end;
            var rate = Fraction.of(dice.oneOf("0.01", "0.02", "0.25", "0.5", "1"));
            ask(new ProvideForLoss(Entries.LOAN, new LoanEntry.Provision("drawn", rate, "dice", end)));
        }
    }

    private void marks(LoanStanding standing) {
        remit();
        if (dice.percent(50)) {
            ask(new ChargePenalty(Entries.LOAN, new LoanEntry.PenaltyMark(today)));
        } else {
            standing.schedule().stream()
                    .filter(row -> row.bill().dueOn().equals(today))
                    .findFirst()
                    .ifPresent(row -> ask(new BillInstalment(
                            Entries.LOAN, new LoanEntry.Billing(row.bill().number(), today))));
        }
    }

    private void remit() {
        var id = id();
        var funder = dice.oneOf(agreement.funding().shares()).lender();
        var paid = new LoanEntry.Remittance(id, funder, part(agreement.principal(), 50), "bank-2", today);
        ask(new RemitToFunder(Entries.LOAN, paid), id);
    }

    private void ends(LoanStanding standing) {
        var id = id();
        switch (dice.between(0, 5)) {
            case 0, 1, 2 ->
                ask(new ChargeOffLoan(Entries.LOAN, new LoanEntry.ChargeOff(id, "lost", "committee-1", today)), id);
            case 3 ->
                ask(
                        new SellDebt(
                                Entries.LOAN,
                                new LoanEntry.Sale(id, "buyer-1", part(agreement.principal(), 999), today)),
                        id);
            default ->
                ask(
                        new WithdrawFromLoan(
                                Entries.LOAN,
                                new LoanEntry.Withdrawal(id, standing.balances().principal(), true, today)),
                        id);
        }
    }

    private void giveBack(LoanStanding standing) {
        var credit = standing.balances().credit();
        if (credit.isPositive()) {
            var id = id();
            var amount = part(credit, 999);
            ask(
                    dice.percent(50)
                            ? new RefundCredit(Entries.LOAN, new LoanEntry.Refund(id, amount, today))
                            : new ReturnOverpayment(
                                    Entries.LOAN, new LoanEntry.CreditReturn(id, amount, "bank-1", today)),
                    id);
        }
    }
}
