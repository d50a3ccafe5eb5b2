package io.fenlu.ledger.view;

/** One view could not digest one of the facts that it was to write down together. */
final class ViewStumbled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String view;
    private final RuntimeException reason;

    ViewStumbled(String view, long after, RuntimeException cause) {
        super("the view " + view + " could not digest a fact after position " + after, cause);
        this.view = view;
        this.reason = cause;
    }

    String view() {
        return view;
    }

    /** What went wrong. */
    RuntimeException reason() {
        return reason;
    }
}
