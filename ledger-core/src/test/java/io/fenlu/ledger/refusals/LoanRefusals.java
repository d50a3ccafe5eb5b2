package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.loan.LoanRefusal.*;
import static io.fenlu.ledger.story.LoanStory.agreement;
import static io.fenlu.ledger.story.LoanStory.yuan;

import io.fenlu.ledger.disclosure.CostCaps;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.CancelLoan;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.DeclineLoan;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.Conditions;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How to hear each no of a loan. */
final class LoanRefusals {
    private static final LoanId LOAN = new LoanId(new UUID(0, 1));
    private static final DisbursementId PAYOUT = new DisbursementId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final ProductTerms PLAIN = TermsRow.equalInstalment().terms();
    private static final LoanCommand REQUEST = request(agreement(PLAIN, "100.00", "0.12", 6));
    private static final LoanCommand OPEN = new OpenLoan(LOAN, new BorrowerId("b"), DAY);
    private static final LoanCommand PAID_OUT = new ConfirmPayout(LOAN, PAYOUT, DAY);
    private static final LoanCommand DECLINE = new DeclineLoan(LOAN, "DRAW_EXCEEDS_AVAILABLE", "too much", DAY);
    private static final LoanCommand CANCEL = new CancelLoan(LOAN, "the bank could not pay", DAY);
    private static final LoanCommand ALL = repay("100.00", DAY);

    private LoanRefusals() {}

    static Stream<Produced> all() {
        return Stream.of(
                asking(LOAN_NOT_FOUND, OPEN),
                asking(LOAN_ALREADY_REQUESTED, REQUEST, REQUEST),
                asking(LOAN_NOT_REQUESTED, OPEN, REQUEST, OPEN),
                asking(LOAN_NOT_OPENED, CANCEL, REQUEST),
                asking(LOAN_NOT_DISBURSED, ALL, REQUEST, OPEN),
                asking(LOAN_ALREADY_DISBURSED, CANCEL, REQUEST, OPEN, PAID_OUT),
                asking(LOAN_ALREADY_SETTLED, repay(2, "1.00", DAY), REQUEST, OPEN, PAID_OUT, ALL),
                asking(LOAN_DECLINED, OPEN, REQUEST, DECLINE),
                asking(LOAN_CANCELLED, ALL, REQUEST, OPEN, CANCEL),
                asking(PRINCIPAL_NOT_POSITIVE, request(agreement(PLAIN, "0.00", "0.12", 6))),
                asking(COST_ABOVE_CAP, request(agreement(capped(), "100.00", "0.30", 6))),
                asking(COSTS_NOT_CONFIRMED, confirming("0".repeat(64))),
                asking(INSTALMENTS_OUT_OF_RANGE, request(agreement(PLAIN, "100.00", "0.12", 0))),
                asking(INSTALMENTS_OUT_OF_RANGE, request(agreement(PLAIN, "100.00", "0.12", 481))),
                asking(FIRST_DUE_DATE_OUT_OF_RANGE, request(dueFirst(DAY))),
                asking(FIRST_DUE_DATE_OUT_OF_RANGE, request(dueFirst(LocalDate.of(2025, 3, 1)))),
                asking(DAILY_RATE_WITHOUT_YEAR, request(daily(TermsRow.equalInstalment()))),
                asking(
                        DAILY_RATE_WITHOUT_YEAR,
                        request(daily(TermsRow.equalInstalment()
                                .counting(DayCount.ACT_360)
                                .penalty(Terms.penaltyBy(DayCount.ACT_ACT_ISDA))))),
                asking(DATE_BEFORE_REQUEST, new OpenLoan(LOAN, new BorrowerId("b"), DAY.minusDays(1)), REQUEST),
                asking(DATE_BEFORE_REQUEST, new DeclineLoan(LOAN, "r", "d", DAY.minusDays(1)), REQUEST),
                asking(DATE_BEFORE_REQUEST, new ConfirmPayout(LOAN, PAYOUT, DAY.minusDays(1)), REQUEST, OPEN),
                asking(DATE_BEFORE_REQUEST, new CancelLoan(LOAN, "r", DAY.minusDays(1)), REQUEST, OPEN),
                asking(REPAYMENT_NOT_POSITIVE, repay("0.00", DAY), REQUEST, OPEN, PAID_OUT),
                asking(REPAYMENT_NOT_POSITIVE, repay("-1.00", DAY), REQUEST, OPEN, PAID_OUT),
                asking(REPAYMENT_CURRENCY_DIFFERS, repay(Money.of("1", Currency.JPY), DAY), REQUEST, OPEN, PAID_OUT),
                asking(AMOUNT_EXCEEDS_PAYOFF, repay("100.01", DAY), REQUEST, OPEN, PAID_OUT),
                asking(PAID_BEFORE_DRAWDOWN, repay("1.00", DAY.minusDays(1)), REQUEST, OPEN, PAID_OUT),
                asking(
                        PAID_BEFORE_LAST_MOVEMENT,
                        repay(2, "1.00", DAY.plusDays(1)),
                        request(agreement(ofFirstEngine(), "100.00", "0.12", 6)),
                        OPEN,
                        PAID_OUT,
                        repay("1.00", DAY.plusDays(2))),
                asking(ValueRefusal.DATE_OUT_OF_RANGE, repay("1.00", LocalDate.MAX), REQUEST, OPEN, PAID_OUT),
                asking(
                        ValueRefusal.AMOUNT_TOO_LARGE,
                        request(new LoanAgreement(
                                PLAIN,
                                new Money(Money.LARGEST, Currency.CNY),
                                new Rate(BigDecimal.TEN, Rate.Per.MONTH),
                                480,
                                null,
                                FundingShares.whole(LoanStory.BANK)))));
    }

    private static Produced asking(Refusal expected, LoanCommand order, LoanCommand... before) {
        return Produced.asking(expected, new LoanDecider(), List.of(before), order);
    }

    private static LoanCommand confirming(String hash) {
        return new RequestLoan(
                LOAN,
                new CreditLineId(new UUID(0, 2)),
                agreement(PLAIN, "100.00", "0.12", 6),
                new PayoutInstruction(PayoutChannel.BANK, "acct"),
                DAY,
                hash);
    }

    private static LoanCommand request(LoanAgreement agreement) {
        return new RequestLoan(
                LOAN,
                new CreditLineId(new UUID(0, 2)),
                agreement,
                new PayoutInstruction(PayoutChannel.BANK, "acct"),
                DAY);
    }

    private static LoanCommand repay(String amount, LocalDate on) {
        return repay(yuan(amount), on);
    }

    private static LoanCommand repay(long id, String amount, LocalDate on) {
        return new RecordRepayment(LOAN, new RepaymentId(new UUID(1, id)), yuan(amount), on);
    }

    /** Terms under which a loan may cost no more than 24 % a year. */
    private static ProductTerms capped() {
        var caps = new CostCaps(Fraction.of("0.24"), CostMethod.PBOC_IRR, false);
        return TermsRow.equalInstalment()
                .conditions(Conditions.PLAIN.with(caps))
                .terms();
    }

    /** Terms of the first engine, which took facts only in the order of their dates. */
    private static ProductTerms ofFirstEngine() {
        return TermsRow.equalInstalment().engine(1).terms();
    }

    private static LoanCommand repay(Money amount, LocalDate on) {
        return new RecordRepayment(LOAN, new RepaymentId(new UUID(1, 1)), amount, on);
    }

    private static LoanAgreement dueFirst(@Nullable LocalDate date) {
        return new LoanAgreement(
                PLAIN, yuan("100.00"), Rate.annual("0.12"), 6, date, FundingShares.whole(LoanStory.BANK));
    }

    private static LoanAgreement daily(TermsRow row) {
        return new LoanAgreement(
                row.terms(), yuan("100.00"), Rate.daily("0.0005"), 6, null, FundingShares.whole(LoanStory.BANK));
    }
}
