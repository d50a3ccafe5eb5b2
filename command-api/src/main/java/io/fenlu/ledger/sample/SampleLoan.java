package io.fenlu.ledger.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One loan of the sample.
 *
 * @param name of the borrower's line and of the loan's key
 * @param account by whose beginning the simulated bank knows how to treat it
 * @param requestedOn none for today; then it is paid out by the bank
 * @param payments what comes in afterwards
 * @param shows what is to be seen on it
 */
record SampleLoan(
        String name,
        String limit,
        String amount,
        String product,
        String rate,
        String per,
        int instalments,
        String account,
        @Nullable String requestedOn,
        List<Payment> payments,
        String shows) {
    /** Money that comes in. */
    sealed interface Payment {
        /** The whole of an instalment, some days after its due date (or before it). */
        record Instalment(int number, int daysLate) implements Payment {}

        /** Some sum on some day. */
        record Sum(String amount, String on) implements Payment {}
    }

    private static final String LONG_AGO = "2025-06-05";

    /** The whole sample: all four ways to repay, each way of paying, a bank in every temper. */
    static List<SampleLoan> all() {
        return Stream.of(equalInstalments(), otherShapes(), paidOutByTheBank())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SampleLoan> equalInstalments() {
        return List.of(
                past("on-time", "20000.00", "12000.00", "cash-loan", 12, "three instalments on time", paid(1, 2, 3)),
                past("late", "20000.00", "6000.00", "cash-loan", 6, "the second instalment 20 days late", late()),
                past("overdue", "10000.00", "8000.00", "cash-loan", 12, "one instalment, then nothing", paid(1)),
                past(
                        "early-in-part",
                        "50000.00",
                        "30000.00",
                        "cash-loan",
                        24,
                        "10,000 early: smaller instalments",
                        List.of(new Payment.Instalment(1, 0), new Payment.Sum("10000.00", "2025-07-20"))),
                past("one-yuan", "15000.00", "1.00", "cash-loan", 12, "one yuan over twelve months", paid(1, 2)));
    }

    private static List<SampleLoan> otherShapes() {
        return List.of(
                past(
                        "equal-principal",
                        "50000.00",
                        "24000.00",
                        "cash-loan-equal-principal",
                        12,
                        "5,000 early: a shorter term",
                        List.of(
                                new Payment.Instalment(1, 0),
                                new Payment.Instalment(2, -3),
                                new Payment.Sum("5000.00", "2025-08-20"))),
                past(
                        "interest-first",
                        "100000.00",
                        "100000.00",
                        "cash-loan-interest-first",
                        6,
                        "interest each month, the principal with the last",
                        paid(1, 2, 3, 4, 5, 6)),
                past(
                        "open-ended",
                        "30000.00",
                        "9000.00",
                        "cash-loan-open-ended",
                        0,
                        "interest by the day, repaid in any sums",
                        List.of(new Payment.Sum("1000.00", "2025-06-20"), new Payment.Sum("2500.00", "2025-08-11"))),
                past(
                        "overpaid",
                        "5000.00",
                        "3000.00",
                        "cash-loan-open-ended",
                        0,
                        "repaid with more than was owed: a credit",
                        List.of(new Payment.Sum("3100.00", "2025-07-05"))));
    }

    private static List<SampleLoan> paidOutByTheBank() {
        return List.of(
                today("bank-prompt", "12000.00", "12000.00", "sim-prompt-1", "paid out by the bank at once"),
                today("bank-late", "12000.00", "5000.00", "sim-late-1", "paid out by the bank some seconds later"),
                today("bank-twice", "12000.00", "5000.00", "sim-twice-1", "the bank says so twice"),
                today("bank-rejects", "12000.00", "7000.00", "sim-reject-1", "rejected by the bank: cancelled"),
                today("over-the-limit", "1000.00", "1500.00", "sim-prompt-2", "declined: more than the limit"));
    }

    private static SampleLoan past(
            String name,
            String limit,
            String amount,
            String product,
            int instalments,
            String shows,
            List<Payment> payments) {
        return new SampleLoan(
                name,
                limit,
                amount,
                product,
                "0.0005",
                "day",
                instalments,
                "already-" + name,
                LONG_AGO,
                payments,
                shows);
    }

    private static SampleLoan today(String name, String limit, String amount, String account, String shows) {
        return new SampleLoan(name, limit, amount, "cash-loan", "0.072", "year", 12, account, null, List.of(), shows);
    }

    private static List<Payment> paid(int... numbers) {
        return Arrays.stream(numbers)
                .<Payment>mapToObj(number -> new Payment.Instalment(number, 0))
                .toList();
    }

    private static List<Payment> late() {
        return List.of(new Payment.Instalment(1, 0), new Payment.Instalment(2, 20), new Payment.Instalment(3, 0));
    }
}
