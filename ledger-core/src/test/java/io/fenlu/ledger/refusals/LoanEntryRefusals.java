package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.loan.LoanRefusal.*;
import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ChangeRate;
import io.fenlu.ledger.loan.LoanCommand.ChargeFee;
import io.fenlu.ledger.loan.LoanCommand.CloseLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DrawTranche;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordThirdPartyPayment;
import io.fenlu.ledger.loan.LoanCommand.ReportMisuse;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanCommand.ReturnDisbursement;
import io.fenlu.ledger.loan.LoanCommand.SellDebt;
import io.fenlu.ledger.loan.LoanCommand.WaiveDebt;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.Payer;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How to hear each no to what may happen to a running loan: 1,200.00 at 12 % over 12 months from 2024-01-31. */
final class LoanEntryRefusals {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final ProductTerms HOLDING = TermsRow.equalInstalment()
            .penaltyWithGrace(0)
            .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
            .conditions(LETTERS)
            .terms();
    private static final ProductTerms REFUSING = TermsRow.equalInstalment().terms();
    private static final ProductTerms RETURNING =
            TermsRow.equalInstalment().overpayment(OverpaymentRule.RETURN).terms();
    private static final LoanCommand PAID_OUT = new ConfirmPayout(LOAN, new DisbursementId(new UUID(0, 3)), DAY);
    private static final RestructuringMeasure RE_AGE = new RestructuringMeasure.ReAge();

    private LoanEntryRefusals() {}

    static Stream<Produced> all() {
        return Stream.of(money(), charges(), terms(), agreeing(), ends(), reversals(), marks(), FunderRefusals.all())
                .flatMap(table -> table);
    }

    private static Stream<Produced> money() {
        var late = "2034-12-31";
        return Stream.of(
                asking(ENTRY_ID_REUSED, repay(1, "2.00", "2024-02-01"), repay(1, "1.00", "2024-02-01")),
                asking(ENTRY_CURRENCY_DIFFERS, foreignFee()),
                asking(ENTRY_NOT_POSITIVE, fee(1, "0.00", "2024-02-01")),
                asking(ENTRY_NOT_POSITIVE, sell(1, "-1.00", "2024-02-01")),
                asking(BACKDATED_BEYOND_WINDOW, repay(2, "1.00", "2024-02-01"), repay(1, "1.00", late)),
                asking(PAYOUT_CONTRADICTED, new ConfirmPayout(LOAN, new DisbursementId(new UUID(0, 4)), DAY)),
                asking(TRANCHE_EXCEEDS_COMMITMENT, draw(1, "0.01", "2024-02-01")),
                opened(TRANCHE_EXCEEDS_COMMITMENT, draw(1, "1200.01", "2024-02-01")),
                opened(ENTRY_NOT_POSITIVE, draw(1, "0.00", "2024-02-01")),
                opened(DATE_BEFORE_REQUEST, draw(1, "1.00", "2024-01-30")),
                opened(NO_DUE_DATE_LEFT, draw(2, "1.00", "2025-02-01"), draw(1, "1.00", "2024-02-01")),
                opened(PURPOSE_MALFORMED, drawFor(1, "1.00", "a supplier", "order-1", "2024-02-01")),
                opened(
                        SOURCE_MALFORMED,
                        new DrawTranche(LOAN, new LoanEntry.Draw(id(1), yuan("1.00"), null, DAY, "bank 1"))),
                asking(PAYER_NOT_THAT, thirdParty(Payer.REFINANCING, "loan-2")),
                asking(SOURCE_MALFORMED, thirdParty(Payer.GUARANTOR, null)),
                asking(REFINANCING_IS_NOT_PAYOFF, refinance(1, "1199.99", "2024-01-31")),
                asking(LOAN_NOT_CHARGED_OFF, recover(1, "1.00", "2024-02-01")),
                refusing(RECOVERY_EXCEEDS_CLAIM, recover(2, "1200.01", "2024-02-01"), chargeOff(1, "2024-01-31")),
                asking(NO_CREDIT_HELD, giveBack(1, "1.00", "2024-02-01")),
                asking(RETURN_EXCEEDS_CREDIT, giveBack(2, "10.01", "2024-02-01"), repay(1, "1210.00", "2024-01-31")),
                asking(NO_CREDIT_HELD, refund(1, "1.00", "2024-02-01")),
                asked(
                        REFUND_CAME_BACK,
                        RETURNING,
                        "1200.00",
                        PAID_OUT,
                        sendBack(4, "2024-02-02"),
                        repay(1, "1210.00", "2024-01-31"),
                        sendBack(2, "2024-01-31"),
                        reverse(3, 2, "2024-02-01")),
                asking(COOLING_OFF_OVER, withdraw(1, "1200.00", true, "2024-03-31")),
                asking(WITHDRAWAL_IS_NOT_PAYOFF, withdraw(1, "1200.01", true, "2024-02-01")));
    }

    private static Stream<Produced> charges() {
        return Stream.of(
                asking(CHARGE_MALFORMED, charge("a late letter", "bank")),
                asking(CHARGE_MALFORMED, charge("late-letter", "")),
                asking(CHARGE_NOT_DISCLOSED, charge("advice", "bank")),
                asking(CHARGES_EXCEED_PRINCIPAL, fee(2, "1200.00", "2024-02-01"), fee(1, "0.01", "2024-02-01")),
                asking(REASON_MALFORMED, waiver(" ", "committee-1")),
                asking(AUTHORITY_MALFORMED, waiver("a reason", "the committee")),
                asking(PRINCIPAL_NOT_WAIVABLE, waive(1, Bucket.PRINCIPAL, null, "2024-02-01")),
                asking(NOTHING_TO_WAIVE, waive(1, Bucket.INTEREST, null, "2024-01-31")),
                asking(NOTHING_TO_WAIVE, waive(1, Bucket.FEE, null, "2024-02-01")),
                asking(WAIVER_EXCEEDS_DEBT, waive(1, Bucket.INTEREST, "100.00", "2024-02-29")));
    }

    private static Stream<Produced> terms() {
        return Stream.of(
                asking(RATE_UNCHANGED, rate(1, "0.12", "2024-02-01")),
                asking(DAILY_RATE_WITHOUT_YEAR, bearing(Rate.daily("0.0005"))),
                with(
                        ValueRefusal.AMOUNT_TOO_LARGE,
                        TermsRow.equalInstalment().counting(DayCount.ACT_365F).terms(),
                        "10000000000000.00",
                        bearing(new Rate(BigDecimal.TEN, Rate.Per.DAY))),
                asking(INTEREST_ALREADY_PAUSED, pause(2, false, "2024-02-02"), pause(1, false, "2024-02-01")),
                asking(INTEREST_NOT_PAUSED, resume(1, "2024-02-01")),
                asking(LOAN_NOT_PURPOSE_BOUND, misuse(1, "1.5", "2024-02-01")),
                bound(MISUSE_MULTIPLE_OUT_OF_RANGE, misuse(2, "2.01", "2024-02-02")),
                bound(MISUSE_MULTIPLE_OUT_OF_RANGE, misuse(2, "1", "2024-02-02")),
                bound(MISUSE_ALREADY_REPORTED, misuse(3, "2", "2024-02-03"), misuse(2, "1.5", "2024-02-02")),
                bound(
                        DOCUMENT_MALFORMED,
                        new ReportMisuse(LOAN, new LoanEntry.Misuse(id(2), BigDecimal.TWO, "", DAY.plusDays(2)))));
    }

    private static Stream<Produced> agreeing() {
        var more = new RestructuringMeasure.Extend(480);
        var first = new RestructuringMeasure.Reschedule(6, DAY, null);
        var keep = AccruedInterest.KEEP;
        return Stream.of(
                asking(INSTALMENT_NOT_UPCOMING, moveDueDate(1, 13, "2024-03-05", "2024-02-01")),
                asking(DUE_DATE_OUT_OF_ORDER, moveDueDate(1, 1, "2024-03-31", "2024-02-01")),
                asking(DUE_DATE_OUT_OF_ORDER, moveDueDate(1, 1, "2024-02-01", "2024-02-01")),
                asking(NOTHING_OVERDUE, restructure(1, RE_AGE, keep, "2024-02-01")),
                asking(INSTALMENTS_OUT_OF_RANGE, restructure(1, more, keep, "2024-02-01")),
                asking(FIRST_DUE_DATE_OUT_OF_RANGE, restructure(1, first, keep, "2024-02-01")),
                asking(NO_DUE_DATE_LEFT, restructure(1, new RestructuringMeasure.ReAmortise(), keep, "2025-02-01")),
                asking(
                        NOTHING_TO_RESTRUCTURE,
                        restructure(2, RE_AGE, keep, "2024-02-02"),
                        repay(1, "1200.00", "2024-01-31"),
                        reverse(4, 1, "2024-02-05")));
    }

    private static Stream<Produced> ends() {
        var off = chargeOff(1, "2024-02-01");
        var sold = sell(1, "600.00", "2024-02-01");
        var all = repay(1, "1210.00", "2024-01-31");
        return Stream.of(
                asking(LOAN_CHARGED_OFF, repay(2, "1.00", "2024-02-02"), off),
                asking(LOAN_CHARGED_OFF, fee(2, "1.00", "2024-02-02"), off),
                asking(LOAN_SOLD, repay(2, "1.00", "2024-02-02"), sold),
                asking(LOAN_SOLD, recover(2, "1.00", "2024-02-02"), sold),
                asking(NOTHING_TO_CHARGE_OFF, chargeOff(3, "2024-02-02"), all, reopenedLater()),
                asking(NOTHING_TO_SELL, sell(3, "1.00", "2024-02-02"), all, reopenedLater()),
                asking(BUYER_MALFORMED, new SellDebt(LOAN, new LoanEntry.Sale(id(1), "", yuan("1.00"), DAY))),
                asking(LOAN_NOT_SETTLED, new CloseLoan(LOAN, DAY)),
                asking(CREDIT_STILL_HELD, new CloseLoan(LOAN, DAY), all),
                asking(CLOSED_BEFORE_LAST_ENTRY, new CloseLoan(LOAN, DAY), repay(1, "1212.00", "2024-02-29")),
                asking(
                        LOAN_CLOSED,
                        fee(2, "1.00", "2024-02-02"),
                        repay(1, "1200.00", "2024-01-31"),
                        new CloseLoan(LOAN, DAY)),
                asking(LOAN_ALREADY_SETTLED, fee(2, "1.00", "2024-02-02"), all));
    }

    /** An earlier fact of no weight, so that the loan is running although nothing is owed on the days before it. */
    private static LoanCommand reopenedLater() {
        return reverse(2, 1, "2024-02-05");
    }

    private static Stream<Produced> reversals() {
        var paid = repay(1, "100.00", "2024-02-10");
        return Stream.of(
                asking(ENTRY_NOT_FOUND, reverse(2, 1, "2024-02-10")),
                asking(ENTRY_NOT_REVERSIBLE, reverse(3, 2, "2024-02-12"), paid, reverse(2, 1, "2024-02-10")),
                asking(DRAW_COMES_BACK_BY_BANK, reverse(2, PAYOUT, "2024-02-10")),
                asking(ENTRY_IS_NO_DRAW, returnedByBank(2, id(1), "2024-02-10"), paid),
                asking(ENTRY_ALREADY_REVERSED, reverse(3, 1, "2024-02-12"), paid, reverse(2, 1, "2024-02-10")),
                asking(REVERSAL_BEFORE_ENTRY, reverse(2, 1, "2024-02-09"), paid),
                asking(
                        SOURCE_MALFORMED,
                        new ReturnDisbursement(LOAN, new LoanEntry.DisbursementReturn(id(2), PAYOUT, " ", DAY))));
    }

    private static Stream<Produced> marks() {
        return Stream.of(
                asking(INSTALMENT_NOT_DUE_THEN, bill(1, "2024-02-28")),
                asking(NO_PENALTY_OWED, chargePenalty("2024-02-28")),
                asking(NON_ACCRUAL_DAYS_OUT_OF_RANGE, monthEnd(-1, "2024-02-29")));
    }

    private static Produced asking(Refusal expected, LoanCommand order, LoanCommand... before) {
        return asked(expected, HOLDING, "1200.00", PAID_OUT, order, before);
    }

    private static Produced refusing(Refusal expected, LoanCommand order, LoanCommand... before) {
        return asked(expected, REFUSING, "1200.00", PAID_OUT, order, before);
    }

    private static Produced with(Refusal expected, ProductTerms terms, String principal, LoanCommand order) {
        return asked(expected, terms, principal, PAID_OUT, order);
    }

    /** Asked of a loan of which nothing was paid out. */
    private static Produced opened(Refusal expected, LoanCommand order, LoanCommand... before) {
        var all = new ArrayList<>(opening(HOLDING, "1200.00"));
        all.addAll(List.of(before));
        return Produced.asking(expected, new LoanDecider(), all, order);
    }

    /** Asked of a loan that is bound to a purpose. */
    private static Produced bound(Refusal expected, LoanCommand order, LoanCommand... before) {
        return asked(
                expected,
                HOLDING,
                "1200.00",
                drawFor(1, "600.00", "supplier-1", "order-1", "2024-02-01"),
                order,
                before);
    }

    private static Produced asked(
            Refusal expected,
            ProductTerms terms,
            String principal,
            LoanCommand begun,
            LoanCommand order,
            LoanCommand... before) {
        var all = new ArrayList<>(opening(terms, principal));
        all.add(begun);
        all.addAll(List.of(before));
        return Produced.asking(expected, new LoanDecider(), all, order);
    }

    private static List<LoanCommand> opening(ProductTerms terms, String principal) {
        return List.of(
                new RequestLoan(
                        LOAN,
                        new CreditLineId(new UUID(0, 2)),
                        agreement(terms, principal, "0.12", 12),
                        new PayoutInstruction(PayoutChannel.BANK, "acct"),
                        DAY),
                new OpenLoan(LOAN, new BorrowerId("b"), DAY));
    }

    private static LoanCommand foreignFee() {
        return new ChargeFee(LOAN, new LoanEntry.Fee(id(1), "late-letter", "bank", new Money(1, Currency.JPY), DAY));
    }

    private static LoanCommand charge(String charge, String payee) {
        return new ChargeFee(LOAN, new LoanEntry.Fee(id(1), charge, payee, yuan("1.00"), DAY));
    }

    private static LoanCommand thirdParty(Payer payer, @Nullable String source) {
        return new RecordThirdPartyPayment(LOAN, payment(1, payer, source, "1.00", "2024-02-01"));
    }

    private static LoanCommand waiver(String reason, String authority) {
        return new WaiveDebt(LOAN, new LoanEntry.Waiver(id(1), Bucket.FEE, null, reason, authority, DAY));
    }

    private static LoanCommand bearing(Rate rate) {
        return new ChangeRate(LOAN, new LoanEntry.RateChange(id(1), rate, "review", DAY));
    }
}
