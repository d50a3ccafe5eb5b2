package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.loan.LoanRefusal.*;
import static io.fenlu.ledger.story.Entries.*;
import static io.fenlu.ledger.story.LoanStory.yuan;

import io.fenlu.ledger.funding.FundingShare;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How to hear each no about funders and allowances: 1,200.00 from 2024-01-31, funded 70 to 30, of which 100.00 came in. */
final class FunderRefusals {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

    private FunderRefusals() {}

    static Stream<Produced> all() {
        return Stream.of(
                asking(FUNDER_NOT_OWED, remit(2, "stranger", "1.00", "2024-02-01")),
                asking(REMITTANCE_EXCEEDS_PAYABLE, remit(2, "partner", "30.01", "2024-02-01")),
                asking(RISK_CLASS_MALFORMED, provide("", "0.02", "2024-02-29")),
                asking(PROVISION_RATE_OUT_OF_RANGE, provide("loss", "1.01", "2024-02-29")),
                asking(PROVISION_WITHIN_A_MONTH, provide("normal", "0.01", "2024-02-28")));
    }

    private static Produced asking(Refusal expected, LoanCommand order) {
        var shares = new FundingShares(
                List.of(
                        new FundingShare(new LenderId("bank"), 700_000),
                        new FundingShare(new LenderId("partner"), 300_000)),
                new LenderId("bank"));
        var terms = TermsRow.equalInstalment().terms();
        var jointly = new LoanAgreement(terms, yuan("1200.00"), Rate.annual("0.12"), 12, null, shares);
        var account = new PayoutInstruction(PayoutChannel.BANK, "acct");
        return Produced.asking(
                expected,
                new LoanDecider(),
                List.of(
                        new RequestLoan(LOAN, new CreditLineId(new UUID(0, 2)), jointly, account, DAY),
                        new OpenLoan(LOAN, new BorrowerId("b"), DAY),
                        new ConfirmPayout(LOAN, new DisbursementId(new UUID(0, 3)), DAY),
                        repay(1, "100.00", "2024-01-31")),
                order);
    }
}
