package io.fenlu.ledger.bank.simulator;

import io.fenlu.ledger.bank.simulator.SimulatedPayout.Outcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The simulated bank's memory: every payout by its id, sent as often as one likes and paid at most once. */
final class SimulatedBook {
    private final Map<String, SimulatedPayout> payouts = new ConcurrentHashMap<>();
    private final Map<String, Temper> tempers = new ConcurrentHashMap<>();
    private final Supplier<LocalDate> today;

    SimulatedBook(Supplier<LocalDate> today) {
        this.today = today;
    }

    /** Tells how an account is to be treated from now on, whatever its token says. */
    void treat(String account, Temper temper) {
        tempers.put(account, temper);
    }

    /** Takes a payout, or finds it when it was taken before; either way it was asked once more. */
    SimulatedPayout take(String id, String account, String amount) {
        return payouts.compute(
                id, (_, known) -> known(known, id, account, amount).askedAgain());
    }

    private SimulatedPayout known(@Nullable SimulatedPayout known, String id, String account, String amount) {
        if (known == null) {
            return SimulatedPayout.taken(id, account, amount, tempers.getOrDefault(account, Temper.of(account)));
        }
        if (!known.account().equals(account) || !known.amount().equals(amount)) {
            throw new IllegalArgumentException("payout " + id + " was sent before with other content");
        }
        return known;
    }

    Optional<SimulatedPayout> find(String id) {
        return Optional.ofNullable(payouts.get(id));
    }

    Collection<SimulatedPayout> all() {
        return List.copyOf(payouts.values());
    }

    SimulatedPayout pay(String id) {
        return decide(id, new Outcome(SimulatedPayout.PAID, "SIM-" + id, today.get()));
    }

    SimulatedPayout reject(String id) {
        return decide(id, new Outcome(SimulatedPayout.REJECTED, "account closed", today.get()));
    }

    private SimulatedPayout decide(String id, Outcome outcome) {
        var decided = payouts.computeIfPresent(id, (_, payout) -> payout.decided(outcome));
        if (decided == null) {
            throw new IllegalArgumentException("there is no payout " + id);
        }
        return decided;
    }

    void called(String id) {
        payouts.computeIfPresent(id, (_, payout) -> payout.calledAgain());
    }
}
