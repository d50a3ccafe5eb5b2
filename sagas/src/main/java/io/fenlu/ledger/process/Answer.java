package io.fenlu.ledger.process;

/** What came back for an order that a process sent. */
public sealed interface Answer {
    /** It is so: obeyed now, or obeyed before. */
    record Done() implements Answer {}

    /** A named no; nothing changed. */
    record Refused(String code, String detail) implements Answer {}

    /** Nobody can say yet whether it was obeyed: a fault on the way, or no answer in time. The same order may be sent again. */
    record NoAnswer(String why) implements Answer {}
}
