package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each event healed: at first, and as it is known now that all are learned. */
final class Allocations {
    private final PaperLife life;
    private final Map<EntryId, List<AllocationLine>> now = new HashMap<>();
    private final Map<EntryId, Money> credit = new HashMap<>();
    private final Set<String> reversed;

    private Allocations(PaperLife life, LocalDate day) {
        this.life = life;
        reversed = reversed(life, day);
        for (var told : life.told()) {
            for (var fact : told.facts()) {
                learn(told.entry(), fact);
            }
        }
    }

    static Allocations of(PaperLife life, LocalDate day) {
        return new Allocations(life, day);
    }

    /** A debt healed by an event that still stands. */
    record Healed(LocalDate on, AllocationLine line) {}

    /** Everything that was healed up to a day by events that were not taken back by then. */
    List<Healed> standing(LocalDate day) {
        var healed = new ArrayList<Healed>();
        for (var told : life.told()) {
            var lines = now.getOrDefault(told.entry(), List.of());
            if (!told.event().on().isAfter(day) && !reversed.contains(told.name())) {
                lines.forEach(line -> healed.add(new Healed(told.event().on(), line)));
            }
        }
        return healed;
    }

    /** The names of the events that were taken back up to a day. */
    static Set<String> reversed(PaperLife life, LocalDate day) {
        var reversed = new HashSet<String>();
        for (var told : life.told()) {
            if (told.event() instanceof PaperEvent.Undoing undoing
                    && !told.event().on().isAfter(day)) {
                reversed.add(undoing.reverses());
            }
        }
        return reversed;
    }

    private void learn(EntryId entry, LoanEvent fact) {
        switch (fact) {
            case LoanEvent.RepaymentReceived received -> {
                now.put(entry, received.allocation());
                credit.put(entry, received.credit());
            }
            case LoanHappening happening -> {
                now.merge(entry, happening.consequence().allocation(), Allocations::joined);
                credit.put(entry, happening.consequence().credit());
            }
            case LoanEvent.HistoryCorrected corrected -> {
                for (var correction : corrected.corrections()) {
                    now.put(correction.entry(), correction.after());
                    credit.put(correction.entry(), correction.creditAfter());
                }
            }
            default -> {}
        }
    }

    private static List<AllocationLine> joined(List<AllocationLine> some, List<AllocationLine> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    List<Answer.Allocation> answers() {
        return life.told().stream().map(this::answer).toList();
    }

    private Answer.Allocation answer(PaperLife.Told told) {
        var zero = life.loan().principal().zero();
        var lines = now.getOrDefault(told.entry(), List.of());
        var first = atFirst(told);
        return new Answer.Allocation(
                told.name(),
                PaperWords.kind(told.event()),
                told.event().on(),
                amount(told),
                lines.stream().map(Allocations::line).toList(),
                first.equals(lines)
                        ? null
                        : first.stream().map(Allocations::line).toList(),
                sums(lines, zero),
                credit.getOrDefault(told.entry(), zero).amount(),
                balances(told),
                cut(told),
                corrected(told),
                became(told));
    }

    private static List<AllocationLine> atFirst(PaperLife.Told told) {
        var lines = new ArrayList<AllocationLine>();
        for (var fact : told.facts()) {
            switch (fact) {
                case LoanEvent.RepaymentReceived received -> lines.addAll(received.allocation());
                case LoanHappening happening ->
                    lines.addAll(happening.consequence().allocation());
                default -> {}
            }
        }
        return lines;
    }

    private static Answer.Line line(AllocationLine line) {
        return new Answer.Line(
                line.instalment(),
                PaperWords.written(line.bucket()),
                line.amount().amount());
    }

    private static Map<String, String> sums(List<AllocationLine> lines, Money zero) {
        var sums = new LinkedHashMap<String, String>();
        for (var bucket : Bucket.values()) {
            var sum = zero;
            for (var line : lines) {
                sum = line.bucket() == bucket ? sum.plus(line.amount()) : sum;
            }
            sums.put(PaperWords.written(bucket), sum.amount());
        }
        return sums;
    }

    private static @Nullable String amount(PaperLife.Told told) {
        for (var fact : told.facts()) {
            if (fact instanceof LoanEvent.RepaymentReceived received) {
                return received.amount().amount();
            }
        }
        var amount = switch (told.event()) {
            case PaperEvent.Draw it -> it.amount();
            case PaperEvent.GuarantorPayment it -> it.amount();
            case PaperEvent.CollateralPayment it -> it.amount();
            case PaperEvent.Refinancing it -> it.amount();
            case PaperEvent.Recovery it -> it.amount();
            case PaperEvent.CreditReturn it -> it.amount();
            case PaperEvent.Fee it -> it.amount();
            case PaperEvent.Waiver it -> it.amount();
            case PaperEvent.Withdrawal it -> it.amount();
            case PaperEvent.Sale it -> it.price();
            default -> null;
        };
        return amount == null ? null : amount.amount();
    }

    private static Answer.@Nullable Balances balances(PaperLife.Told told) {
        LoanBalances found = null;
        for (var fact : told.facts()) {
            found = switch (fact) {
                case LoanEvent.RepaymentReceived received -> received.balances();
                case LoanHappening happening -> happening.consequence().balances();
                default -> found;
            };
        }
        return found == null ? null : LoanAnswer.balances(found);
    }

    private static @Nullable String cut(PaperLife.Told told) {
        for (var fact : told.facts()) {
            if (fact instanceof LoanHappening happening
                    && happening.consequence().cut() != null) {
                return happening.consequence().cut().amount();
            }
        }
        return null;
    }

    private List<String> corrected(PaperLife.Told told) {
        var names = new ArrayList<String>();
        for (var fact : told.facts()) {
            if (fact instanceof LoanEvent.HistoryCorrected corrected) {
                corrected.corrections().forEach(correction -> names.add(name(correction.entry())));
            }
        }
        return names;
    }

    private String name(EntryId entry) {
        return life.told().stream()
                .filter(told -> entry.equals(told.entry()))
                .map(PaperLife.Told::name)
                .findFirst()
                .orElse(PaperLife.PAYOUT);
    }

    private static @Nullable String became(PaperLife.Told told) {
        for (var fact : told.facts()) {
            switch (fact) {
                case LoanEvent.LoanSettled _ -> {
                    return "settled";
                }
                case LoanEvent.LoanReopened _ -> {
                    return "reopened";
                }
                case LoanEvent.LoanClosed _ -> {
                    return "closed";
                }
                default -> {}
            }
        }
        return null;
    }
}
