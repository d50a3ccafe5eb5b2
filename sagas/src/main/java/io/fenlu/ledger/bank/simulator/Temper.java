package io.fenlu.ledger.bank.simulator;

import java.util.Locale;

/** How the simulated bank treats a payout; chosen by the account's token, which begins with {@code sim-late-} and so on. */
public enum Temper {
    /** Pays and says so at once; for every account that asks for nothing else. */
    PROMPT,
    /** Says pending, pays a while later and calls back. */
    LATE,
    /** Pays at once, and calls back twice with the same news. */
    TWICE,
    /** Says pending for ever, until told otherwise at the control endpoint. */
    NEVER,
    /** Will not pay, and says so. */
    REJECT,
    /** Calls back before it answers; the first of two payouts is kept until the second has had its call. */
    UNORDERED,
    /** Pays, then breaks the connection without an answer. */
    DROP,
    /** Answers 503 to the first two requests about a payout, as if overloaded, and pays at the third. */
    BUSY,
    /** Takes the payout, breaks the connection, and has forgotten it when asked; pays when it is sent again. */
    FORGET;

    private static final String PREFIX = "sim-";

    /** The temper that an account's token asks for, for example {@code sim-late-7} for {@link #LATE}. */
    public static Temper of(String account) {
        for (var temper : values()) {
            if (account.startsWith(PREFIX + temper.word() + "-")) {
                return temper;
            }
        }
        return PROMPT;
    }

    /** As it is written in tokens and at the control endpoint. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
