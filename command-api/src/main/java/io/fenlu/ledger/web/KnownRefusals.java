package io.fenlu.ledger.web;

import io.fenlu.ledger.account.AccountRefusal;
import io.fenlu.ledger.aggregate.RequestRefusal;
import io.fenlu.ledger.creditline.CreditLineRefusal;
import io.fenlu.ledger.disbursement.DisbursementRefusal;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.merchant.MerchantRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All names of refusals and what they mean. */
final class KnownRefusals {
    private static final Map<String, Refusal> BY_NAME = Stream.<Refusal[]>of(
                    ValueRefusal.values(),
                    LoanRefusal.values(),
                    AccountRefusal.values(),
                    CreditLineRefusal.values(),
                    DisbursementRefusal.values(),
                    MerchantRefusal.values(),
                    RequestRefusal.values(),
                    DoorRefusal.values())
            .flatMap(Stream::of)
            .collect(Collectors.toUnmodifiableMap(Refusal::name, Function.identity()));

    private KnownRefusals() {}

    static Optional<Refusal> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static List<Refusal> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The problem that a named no of something inside becomes; a no without a known name is at least unacceptable. */
    static Problem problem(String code, String detail, Refusal.Kind kind) {
        var title = named(code).map(Refusal::sentence).orElse("The ledger said no.");
        return Problem.of(code, title, Problem.status(kind), detail);
    }

    static Problem problem(String code, String detail) {
        return problem(code, detail, named(code).map(Refusal::kind).orElse(Refusal.Kind.UNACCEPTABLE));
    }
}
