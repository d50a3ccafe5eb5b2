package io.fenlu.ledger.kernel;

/** Refusals of values that cannot be what they claim to be, whatever they are used for. */
public enum ValueRefusal implements Refusal {
    ID_NOT_A_UUID("An id is a UUID of 36 characters."),
    REFERENCE_MALFORMED("A reference is 1 to 64 letters, digits, dots, colons, dashes or underscores."),
    AMOUNT_MALFORMED("An amount is a decimal number written with digits and at most one point."),
    AMOUNT_TOO_PRECISE("An amount has no more decimals than its currency."),
    AMOUNT_TOO_LARGE("An amount is at most 1,000,000,000,000,000 of the smallest unit."),
    CURRENCY_UNKNOWN("The ledger does not keep this currency."),
    RATE_MALFORMED("A rate is a decimal number from 0 to 10 with at most 12 decimals, per year, month or day."),
    FREQUENCY_MALFORMED("A frequency is a whole number, 1 to 366, of days, weeks, months or years."),
    SHARES_MALFORMED(
            "Funding shares are whole parts per million that sum to one million, each lender once, the remainder held"
                    + " by one of them."),
    DATE_OUT_OF_RANGE("A business date lies between 1900 and 2199."),
    TERMS_CONTRADICTORY("The terms do not fit each other."),
    CALENDAR_UNKNOWN("The ledger has no such calendar, or not this edition of it."),
    INDEX_NOT_PUBLISHED("The index has no published value for this day."),
    SCHEDULE_DOES_NOT_ADD_UP("The agreed principals do not sum to the loan, or their dates do not follow one another.");

    private final String sentence;

    ValueRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return Kind.UNACCEPTABLE;
    }
}
