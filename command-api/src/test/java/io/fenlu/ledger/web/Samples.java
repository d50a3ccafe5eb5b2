package io.fenlu.ledger.web;

import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies and small stories for the tests of the doors. */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final AtomicInteger KEYS = new AtomicInteger();

    private Samples() {}

    static String key() {
        return "test-" + KEYS.incrementAndGet();
    }

    static String line(String limit) {
        return """
            {"borrower_id":"borrower-1","limit":{"amount":"%s","currency":"CNY"},"opened_on":"2026-01-05"}\
            """.formatted(limit);
    }

    static String draw(String line, String amount) {
        return """
            {"credit_line_id":"%s","amount":{"amount":"%s","currency":"CNY"},"rate":{"value":"0.072","per":"year"},
             "instalments":12,"payout":{"channel":"bank","account":"account-1"},"requested_on":"2026-01-05"}\
            """.formatted(line, amount);
    }

    static String repayment(String amount, String on) {
        return """
            {"amount":{"amount":"%s","currency":"CNY"},"paid_on":"%s"}\
            """.formatted(amount, on);
    }

    static String openLine(OpenLedger ledger, String limit) {
        return ledger.post("/credit-lines", key(), line(limit)).at("/credit_line_id");
    }

    static String requestedLoan(OpenLedger ledger, String amount) {
        return ledger.post("/loans", key(), draw(openLine(ledger, amount), amount))
                .at("/loan_id");
    }

    /** A loan whose money is out since {@link #DAY}, brought there as the processes would. */
    static String paidOutLoan(OpenLedger ledger, String amount) {
        var line = openLine(ledger, amount);
        return paidOutLoan(ledger, line, amount, draw(line, amount));
    }

    static String paidOutLoan(OpenLedger ledger, String line, String amount, String draw) {
        var loan = LoanId.of(ledger.post("/loans", key(), draw).at("/loan_id"));
        ledger.order(new ReserveLimit(CreditLineId.of(line), loan, Money.of(amount, Currency.CNY), DAY));
        ledger.order(new OpenLoan(loan, new BorrowerId("borrower-1"), DAY));
        ledger.order(new ConfirmPayout(loan, new DisbursementId(UUID.randomUUID()), DAY));
        return loan.toString();
    }

    static String instructedDisbursement(OpenLedger ledger) {
        var id = new DisbursementId(UUID.randomUUID());
        ledger.order(new InstructDisbursement(
                id,
                new LoanId(UUID.randomUUID()),
                Money.of("100.00", Currency.CNY),
                new PayoutInstruction(PayoutChannel.BANK, "account-1"),
                DAY));
        return id.toString();
    }
}
