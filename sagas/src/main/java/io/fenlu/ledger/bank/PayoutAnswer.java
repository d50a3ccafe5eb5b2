package io.fenlu.ledger.bank;

import java.time.LocalDate;

/** What a bank says of one payout. Only {@link Paid} and {@link Rejected} are final; everything else is asked again. */
public sealed interface PayoutAnswer {
    /** The money left, on this day. */
    record Paid(String bankReference, LocalDate paidOn) implements PayoutAnswer {}

    /** The money did not leave and never will. */
    record Rejected(String reason, LocalDate failedOn) implements PayoutAnswer {}

    /** The bank has it and will decide. */
    record Pending() implements PayoutAnswer {}

    /** The bank says that it never heard of it. */
    record Unknown() implements PayoutAnswer {}

    /** Nobody can say what the bank knows: it was not reached, broke off, or was not understood. */
    record Silence(String why) implements PayoutAnswer {}

    /** For people, in a few words. */
    default String words() {
        return switch (this) {
            case Paid paid -> "paid on " + paid.paidOn() + ", " + paid.bankReference();
            case Rejected rejected -> "rejected on " + rejected.failedOn() + ": " + rejected.reason();
            case Pending _ -> "pending";
            case Unknown _ -> "unknown to the bank";
            case Silence silence -> silence.why();
        };
    }
}
