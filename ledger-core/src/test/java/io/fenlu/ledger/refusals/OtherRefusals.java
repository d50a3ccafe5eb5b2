package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.disbursement.DisbursementRefusal.*;
import static io.fenlu.ledger.kernel.ValueRefusal.*;
import static io.fenlu.ledger.story.LoanStory.yuan;

import io.fenlu.ledger.allocation.AllocationOrder;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.calendar.Calendars;
import io.fenlu.ledger.calendar.Frequency;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementDecider;
import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.Indices;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How to hear each no of a disbursement and of a value. */
final class OtherRefusals {
    private static final DisbursementId PAYOUT = new DisbursementId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final LocalDate EVE = DAY.minusDays(1);
    private static final DisbursementCommand INSTRUCT = instruct("1.00");
    private static final DisbursementCommand PAID = new ConfirmDisbursement(PAYOUT, "bank-1", DAY);
    private static final DisbursementCommand FAILED = new FailDisbursement(PAYOUT, "closed account", DAY);
    private static final DisbursementCommand BACK = new TakeDisbursementBack(PAYOUT, "back-1", DAY);
    private static final LenderId BANK = new LenderId("bank");

    private OtherRefusals() {}

    static Stream<Produced> ofDisbursements() {
        return Stream.of(
                asking(DISBURSEMENT_NOT_FOUND, PAID),
                asking(DISBURSEMENT_NOT_FOUND, FAILED),
                asking(DISBURSEMENT_NOT_FOUND, BACK),
                asking(DISBURSEMENT_NOT_PAID, BACK, INSTRUCT),
                asking(DISBURSEMENT_NOT_PAID, BACK, INSTRUCT, FAILED),
                asking(OUTCOME_BEFORE_INSTRUCTION, new TakeDisbursementBack(PAYOUT, "back-1", EVE), INSTRUCT, PAID),
                asking(OUTCOME_TEXT_MALFORMED, new TakeDisbursementBack(PAYOUT, " ", DAY), INSTRUCT, PAID),
                asking(
                        PAYOUT_REFERENCE_CONTRADICTED,
                        new ConfirmDisbursement(PAYOUT, "bank-2", DAY),
                        INSTRUCT,
                        PAID,
                        BACK),
                asking(DISBURSEMENT_ALREADY_INSTRUCTED, INSTRUCT, INSTRUCT),
                asking(DISBURSEMENT_ALREADY_INSTRUCTED, INSTRUCT, INSTRUCT, PAID),
                asking(DISBURSEMENT_NOT_POSITIVE, instruct("0.00")),
                asking(PAYOUT_REFERENCE_CONTRADICTED, new ConfirmDisbursement(PAYOUT, "bank-2", DAY), INSTRUCT, PAID),
                asking(OUTCOME_BEFORE_INSTRUCTION, new ConfirmDisbursement(PAYOUT, "bank-1", EVE), INSTRUCT),
                asking(OUTCOME_BEFORE_INSTRUCTION, new FailDisbursement(PAYOUT, "closed account", EVE), INSTRUCT),
                asking(OUTCOME_TEXT_MALFORMED, new ConfirmDisbursement(PAYOUT, " ", DAY), INSTRUCT),
                asking(OUTCOME_TEXT_MALFORMED, new FailDisbursement(PAYOUT, "x".repeat(201), DAY), INSTRUCT),
                asking(OUTCOME_TEXT_MALFORMED, new ConfirmDisbursement(PAYOUT, "", DAY), INSTRUCT, FAILED),
                asking(OUTCOME_TEXT_MALFORMED, new FailDisbursement(PAYOUT, "", DAY), INSTRUCT, PAID),
                asking(DATE_OUT_OF_RANGE, new FailDisbursement(PAYOUT, "late", LocalDate.MAX), INSTRUCT));
    }

    static Stream<Produced> ofValues() {
        return Stream.of(
                Produced.building(ID_NOT_A_UUID, () -> LoanId.of("42")),
                Produced.building(ID_NOT_A_UUID, () -> LoanId.of("1-1-1-1-1")),
                Produced.building(ID_NOT_A_UUID, () -> LoanId.of("123456789-123-1234-1234-123456789012")),
                Produced.building(REFERENCE_MALFORMED, () -> new BorrowerId("Zhang San")),
                Produced.building(REFERENCE_MALFORMED, () -> new PayoutInstruction(PayoutChannel.BANK, "")),
                Produced.building(AMOUNT_MALFORMED, () -> Money.of("1e3", Currency.CNY)),
                Produced.building(AMOUNT_TOO_PRECISE, () -> Money.of("0.001", Currency.CNY)),
                Produced.building(AMOUNT_TOO_PRECISE, () -> Money.of("0.5", Currency.JPY)),
                Produced.building(AMOUNT_TOO_LARGE, () -> Money.of("10000000000000.01", Currency.CNY)),
                Produced.building(AMOUNT_TOO_LARGE, () -> new Money(Long.MAX_VALUE, Currency.CNY).plus(yuan("0.01"))),
                Produced.building(CURRENCY_UNKNOWN, () -> Currency.of("cny")),
                Produced.building(RATE_MALFORMED, () -> Rate.annual("-0.01")),
                Produced.building(RATE_MALFORMED, () -> Rate.annual("10.1")),
                Produced.building(RATE_MALFORMED, () -> Rate.daily("0.0000000000001")),
                Produced.building(RATE_MALFORMED, () -> Rate.daily("1E+999999999")),
                Produced.building(FREQUENCY_MALFORMED, () -> new Frequency(0, Frequency.Unit.MONTH)),
                Produced.building(FREQUENCY_MALFORMED, () -> new Frequency(367, Frequency.Unit.DAY)),
                Produced.building(SHARES_MALFORMED, () -> shares(BANK, share("bank", 999_999))),
                Produced.building(SHARES_MALFORMED, () -> shares(new LenderId("other"), share("bank", 1_000_000))),
                Produced.building(SHARES_MALFORMED, () -> shares(BANK, share("bank", 500_000), share("bank", 500_000))),
                Produced.building(SHARES_MALFORMED, () -> shares(BANK, share("bank", 1_000_000), share("other", 0))),
                Produced.building(DATE_OUT_OF_RANGE, () -> BusinessDate.require(LocalDate.MIN)),
                Produced.building(CALENDAR_UNKNOWN, () -> Calendars.require("MARS", 1)),
                Produced.building(CALENDAR_UNKNOWN, () -> Calendars.CN.asOf(99)),
                Produced.building(INDEX_NOT_PUBLISHED, () -> Indices.LPR_1Y.lastUpTo(LocalDate.of(2000, 1, 1))),
                Produced.building(
                        SCHEDULE_DOES_NOT_ADD_UP, () -> new RepaymentPlan.FreeForm(List.<RepaymentPlan.FreeRow>of())),
                Produced.building(
                        TERMS_CONTRADICTORY,
                        () -> TermsRow.openEnded()
                                .counting(DayCount.EQUAL_PERIODS)
                                .terms()),
                Produced.building(TERMS_CONTRADICTORY, () -> new RoundingRule(Rounding.UP, 0)),
                Produced.building(
                        TERMS_CONTRADICTORY,
                        () -> new RepaymentPlan.EqualPrincipal(
                                RoundingRule.of(Rounding.HALF_UP), RemainderHolder.EVENED)),
                Produced.building(
                        TERMS_CONTRADICTORY,
                        () -> new AllocationOrder(
                                AllocationOrder.Sequence.BUCKET_FIRST, List.of(Bucket.FEE, Bucket.FEE))),
                Produced.building(TERMS_CONTRADICTORY, () -> Terms.penalty("2.01", DayCount.ACT_360, 0)),
                Produced.building(TERMS_CONTRADICTORY, () -> Terms.penalty("0", DayCount.ACT_360, 0)),
                Produced.building(TERMS_CONTRADICTORY, () -> Terms.penalty("1.5", DayCount.EQUAL_PERIODS, 0)),
                Produced.building(TERMS_CONTRADICTORY, () -> Terms.penalty("1.5", DayCount.ACT_360, 91)));
    }

    private static Produced asking(Refusal expected, DisbursementCommand order, DisbursementCommand... before) {
        return Produced.asking(expected, new DisbursementDecider(), List.of(before), order);
    }

    private static DisbursementCommand instruct(String amount) {
        return new InstructDisbursement(
                PAYOUT,
                new LoanId(new UUID(0, 2)),
                yuan(amount),
                new PayoutInstruction(PayoutChannel.BANK, "acct"),
                DAY);
    }

    private static FundingShares shares(LenderId holder, FundingShare... shares) {
        return new FundingShares(List.of(shares), holder);
    }

    private static FundingShare share(String lender, int parts) {
        return new FundingShare(new LenderId(lender), parts);
    }
}
