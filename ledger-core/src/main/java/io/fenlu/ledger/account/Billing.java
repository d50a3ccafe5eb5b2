package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountState.Active;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issuing the bills of cycles that have ended: nothing is taken in after the end of a cycle before its bill is out. */
final class Billing {
    private Billing() {}

    /**
     * An account whose cycles have been cut up to the next bill that has something to tell, and that bill.
     *
     * @param fact none when every cycle that had ended by then had nothing to tell
     */
    record Billed(Active account, @Nullable BillIssued fact) {}

    /** Cuts cycles that have ended by a morning, until one has something to tell. */
    static Billed next(Active account, LocalDate morning) {
        var now = account;
        while (!now.book().nextCutOn().isAfter(morning)) {
            var cut = Cutting.cut(now.agreement(), now.position());
            var bill = bill(now, cut);
            var book = now.book().after(cut);
            if (isWorthTelling(now, bill)) {
                var after = cut.after();
                var fact = new BillIssued(account.accountId(), bill, cut.movements(), after.balances(), after.plans());
                return new Billed(now.with(book, now.issued().with(bill), List.of()), fact);
            }
            now = now.with(book, now.issued(), List.of());
        }
        return new Billed(now, null);
    }

    private static Bill bill(Active account, Cut cut) {
        var lines = new ArrayList<>(lines(account.book().running().steps()));
        lines.addAll(cut.lines());
        var carried = account.issued().carried();
        var agreement = account.agreement();
        return new Bill(
                cut.cycle().number(),
                cut.cycle().from(),
                cut.cycle().billOn(),
                cut.cycle().dueOn(),
                cut.cycle().transition(),
                agreement.brand(),
                agreement.lenderOfRecord(),
                BillTotals.of(account.issued().closing(), lines, carried),
                cut.minimum(),
                lines,
                carried,
                cut.after().undue());
    }

    /** The lines of what happened in a cycle. */
    static List<BillLine> lines(List<Step> steps) {
        var lines = new ArrayList<BillLine>();
        for (var step : steps) {
            var line = line(step);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The line of an entry; none when it neither changes the balance nor tells of an order. */
    static @Nullable BillLine line(Step step) {
        var entry = step.entry();
        var text = text(entry);
        return step.effect().isZero() && text == null
                ? null
                : new BillLine(entry.on(), BillLineKind.of(entry), entry.id(), text, step.effect());
    }

    private static @Nullable String text(AccountEntry entry) {
        return switch (entry) {
            case AccountEntry.Purchase purchase -> purchase.merchant() + " " + purchase.orderNumber();
            case AccountEntry.Refund refund -> refund.merchant();
            case AccountEntry.Chargeback _,
                    AccountEntry.ChargebackReversal _,
                    AccountEntry.Authorisation _,
                    AccountEntry.Voiding _,
                    AccountEntry.Payment _,
                    AccountEntry.CreditReturn _,
                    AccountEntry.BillConversion _,
                    AccountEntry.PlanSettlement _,
                    AccountEntry.TakeOver _,
                    AccountEntry.LimitSetting _,
                    AccountEntry.DaysChange _,
                    AccountEntry.Closing _,
                    AccountEntry.PaymentReturn _,
                    AccountEntry.Waiver _,
                    AccountEntry.WriteOff _ -> null;
        };
    }

    private static boolean isWorthTelling(Active account, Bill bill) {
        var closing = bill.totals().closing();
        if (!bill.lines().isEmpty() || !bill.adjustments().isEmpty() || closing.isPositive()) {
            return true;
        }
        var rules = account.agreement().terms().bills();
        if (account.position().writtenOff() != null && closing.isZero()) {
            return false;
        }
        return closing.isZero() ? rules.quietMonths() : rules.creditBalances();
    }
}
