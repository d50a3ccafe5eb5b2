package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanCommand.SendCreditBack;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A loan that is lived event by event, by the same decider that keeps real ones. */
final class PaperLife {
    static final LoanId LOAN = new LoanId(new UUID(0, 1));
    static final String PAYOUT = "payout";
    private static final CreditLineId LINE = new CreditLineId(new UUID(0, 2));
    private static final UUID WHOLE_PAYOUT = new UUID(0, 3);
    private static final LoanDecider DECIDER = new LoanDecider();

    private final PaperLoan loan;
    private final Map<String, EntryId> named = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final List<LoanEvent> facts = new ArrayList<>();
    private LoanState state = DECIDER.initial();

    private PaperLife(PaperLoan loan) {
        this.loan = loan;
    }

    /** An event and the facts it left. */
    record Told(String name, PaperEvent event, EntryId entry, List<LoanEvent> facts) {}

    /**
     * Lives through all events.
     *
     * @throws PaperFault when the terms or an event are refused
     */
    static PaperLife of(PaperLoan loan, List<PaperEvent> events) {
        var life = new PaperLife(loan);
        life.begin(events);
        for (int k = 0; k < events.size(); k++) {
            life.live(events.get(k), k);
        }
        return life;
    }

    LoanState state() {
        return state;
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** All facts, in the order in which they were learned. */
    List<LoanEvent> facts() {
        return List.copyOf(facts);
    }

    private static RequestLoan request(PaperLoan loan, LocalDate on) {
        var nobody = new PayoutInstruction(PayoutChannel.ALREADY_PAID, "paper");
        return new RequestLoan(LOAN, LINE, loan.agreement(), nobody, on);
    }

    private void begin(List<PaperEvent> events) {
        var first = events.stream()
                .filter(PaperEvent.Draw.class::isInstance)
                .map(PaperEvent::on)
                .min(LocalDate::compareTo);
        var opened = first.filter(day -> day.isBefore(loan.paidOutOn())).orElse(loan.paidOutOn());
        obey("", request(loan, opened));
        obey("", new OpenLoan(LOAN, new BorrowerId("borrower"), opened));
        if (first.isEmpty()) {
            named.put(PAYOUT, new EntryId(WHOLE_PAYOUT));
            obey("", new ConfirmPayout(LOAN, new DisbursementId(WHOLE_PAYOUT), loan.paidOutOn()));
        }
    }

    private void live(PaperEvent event, int place) {
        var path = "events[" + place + "]";
        var id = event.id();
        var name = id == null ? Integer.toString(place + 1) : id;
        var entry = new EntryId(new UUID(1, place + 1L));
        if (named.putIfAbsent(name, entry) != null) {
            throw new PaperFault(path + ".id", "“" + name + "” is the name of an earlier event");
        }
        try {
            var left = new ArrayList<LoanEvent>();
            for (var order : new PaperOrders(this, path, entry).of(event)) {
                left.addAll(obey(path, order));
            }
            if (LoanState.isRunning(state)) {
                obey(path, new SendCreditBack(LOAN, new EntryId(new UUID(2, place + 1L)), event.on()));
            }
            told.add(new Told(name, event, entry, List.copyOf(left)));
        } catch (InvalidValue invalid) {
            throw new PaperFault(path, invalid.reason().name() + ": " + invalid.detail());
        }
    }

    private List<LoanEvent> obey(String path, LoanCommand order) {
        return switch (DECIDER.decide(state, order)) {
            case Decision.Accepted<LoanEvent>(var left) -> {
                for (var fact : left) {
                    state = DECIDER.evolve(state, fact);
                }
                facts.addAll(left);
                yield left;
            }
            case Decision.AlreadyDone<LoanEvent> _ -> List.of();
            case Decision.Refused<LoanEvent>(var reason, var detail) ->
                throw new PaperFault(path.isEmpty() ? place(reason) : path, reason.name() + ": " + detail);
        };
    }

    /** Where in a file of terms the reason for a refusal stands. */
    private static String place(Refusal reason) {
        if (!(reason instanceof LoanRefusal known)) {
            return "";
        }
        return switch (known) {
            case PRINCIPAL_NOT_POSITIVE -> "principal";
            case INSTALMENTS_OUT_OF_RANGE -> "instalments";
            case FIRST_DUE_DATE_OUT_OF_RANGE -> "first_due_on";
            case DAILY_RATE_WITHOUT_YEAR -> "rate";
            default -> "terms";
        };
    }

    PaperLoan loan() {
        return loan;
    }

    /** The entry of an earlier event. */
    EntryId entry(String path, String name) {
        var entry = named.get(name);
        if (entry == null) {
            throw new PaperFault(path + ".reverses", "there is no earlier event named “" + name + "”");
        }
        return entry;
    }

    /** How the loan stands on a day, as it is known so far. */
    LoanStanding standing(String path, LocalDate on) {
        var running = running(state);
        if (running == null || on.isBefore(running.disbursedOn())) {
            throw new PaperFault(path + ".on", "no money has gone out by " + on);
        }
        return LoanStanding.of(running, on);
    }

    static @Nullable Active running(LoanState state) {
        return switch (state) {
            case Active active -> active;
            case LoanState.Settled settled -> settled.last();
            case LoanState.Closed closed -> closed.settled().last();
            case LoanState.NotRequested _,
                    LoanState.Requested _,
                    LoanState.Opened _,
                    LoanState.Declined _,
                    LoanState.Cancelled _ -> null;
        };
    }
}
