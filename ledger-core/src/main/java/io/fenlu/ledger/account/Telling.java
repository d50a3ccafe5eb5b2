package io.fenlu.ledger.account;

import io.fenlu.ledger.account.AccountBook.Learning;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The facts that an entry leaves: the entry with what came of it, and what it corrected. */
final class Telling {
    private final Active account;
    private final AccountEntry entry;
    private final Learning learned;
    private final LocalDate openFrom;
    private final List<AccountCorrection> corrections = new ArrayList<>();
    private final List<BillCorrection> bills = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<BookedAccountMovement> movements = new ArrayList<>();

    private Telling(Active account, AccountEntry entry, Learning learned) {
        this.account = account;
        this.entry = entry;
        this.learned = learned;
        openFrom = account.position().cycle().from();
    }

    /**
     * The account after an entry, with the facts that tell of it.
     *
     * @param first the fact of the entry
     * @param followers what it entails
     */
    record Told(Active account, AccountEvent first, List<AccountEvent> followers) {}

    /** Takes an entry into an account of which no bill is missing. */
    static Told learn(Active account, AccountEntry entry) {
        return new Telling(account, entry, account.book().with(entry)).tell();
    }

    private Told tell() {
        var step = learned.step();
        var first = Naming.fact(
                account.accountId(),
                entry,
                new AccountConsequence(
                        step.lines(),
                        step.movements(),
                        step.after().balances(),
                        step.after().plans(),
                        bookedOn(entry.on())));
        if (learned.before().isEmpty()) {
            return new Told(account.with(learned.book(), account.issued(), List.of()), first, List.of());
        }
        for (int k = 0; k < learned.before().size(); k++) {
            compare(learned.before().get(k), learned.after().get(k));
        }
        var last = learned.book().position();
        var corrected = new AccountCorrected(
                account.accountId(),
                entry.id(),
                corrections,
                bills,
                adjustments,
                movements,
                last.balances(),
                last.plans(),
                bookedOn(entry.on()),
                entry.on());
        var issued = account.issued().carrying(adjustments);
        return new Told(account.with(learned.book(), issued, List.of()), first, List.of(corrected));
    }

    /** What counts before the last bill is booked on the first day after it. */
    private LocalDate bookedOn(LocalDate on) {
        return on.isBefore(openFrom) ? openFrom : on;
    }

    private void compare(CyclePage.Run before, CyclePage.Run after) {
        var effects = new EnumMap<BillLineKind, Money>(BillLineKind.class);
        var old = before.steps().iterator();
        for (var step : after.steps()) {
            if (step.entry().id().equals(entry.id())) {
                add(effects, BillLineKind.of(entry), step.effect());
            } else {
                compare(old.next(), step, effects);
            }
        }
        if (before.cut() != null && after.cut() != null) {
            compare(before.cut(), after.cut(), effects);
            var bill = after.cut().cycle().number();
            effects.forEach((kind, amount) -> {
                if (!amount.isZero()) {
                    adjustments.add(new Adjustment(bill, kind, entry.id(), amount));
                }
            });
        }
    }

    private void compare(Step before, Step after, Map<BillLineKind, Money> effects) {
        if (!before.lines().equals(after.lines()) || !before.effect().equals(after.effect())) {
            corrections.add(new AccountCorrection(
                    after.entry().id(),
                    after.entry().on(),
                    before.lines(),
                    after.lines(),
                    before.effect(),
                    after.effect()));
        }
        add(effects, BillLineKind.of(after.entry()), after.effect().minus(before.effect()));
        book(after.entry().on(), before.movements(), after.movements());
    }

    private void compare(Cut before, Cut after, Map<BillLineKind, Money> effects) {
        before.lines().forEach(line -> add(effects, line.kind(), line.amount().negated()));
        after.lines().forEach(line -> add(effects, line.kind(), line.amount()));
        book(after.cycle().billOn(), before.movements(), after.movements());
        if (!before.closing().equals(after.closing())
                || !before.minimum().total().equals(after.minimum().total())) {
            bills.add(new BillCorrection(
                    after.cycle().number(),
                    before.closing(),
                    after.closing(),
                    before.minimum().total(),
                    after.minimum().total()));
        }
    }

    private void book(LocalDate on, List<AccountMovement> before, List<AccountMovement> after) {
        if (!before.equals(after)) {
            for (var movement : AccountNetting.difference(before, after)) {
                movements.add(new BookedAccountMovement(on, bookedOn(on), movement));
            }
        }
    }

    private static void add(Map<BillLineKind, Money> effects, BillLineKind kind, Money amount) {
        effects.merge(kind, amount, Money::plus);
    }
}
