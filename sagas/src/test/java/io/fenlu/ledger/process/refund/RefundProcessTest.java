package io.fenlu.ledger.process.refund;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanCommand.SendCreditBack;
import io.fenlu.ledger.loan.LoanConsequence;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.process.Instruction.Send;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundProcessTest {
    private static final CreditLineId LINE = new CreditLineId(new UUID(1, 1));
    private static final LoanId LOAN = new LoanId(new UUID(2, 2));
    private static final EntryId REFUND = new EntryId(new UUID(4, 4));
    private static final PayoutInstruction ACCOUNT = new PayoutInstruction(PayoutChannel.BANK, "account-1");

    @Test
    void a_repayment_that_leaves_credit_asks_the_loan_to_send_it_back_and_the_same_fact_asks_the_same() {
        var asked = RefundProcess.react(repayment("30.00"));
        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Send.class,
                        send -> assertThat(send.order()).isInstanceOfSatisfying(SendCreditBack.class, order -> {
                            assertThat(order.loanId()).isEqualTo(LOAN);
                            assertThat(order.on()).isEqualTo(JANUARY_5);
                        }));
        assertThat(RefundProcess.react(repayment("30.00"))).isEqualTo(asked);
        assertThat(RefundProcess.react(repayment("0.00"))).isEmpty();
    }

    @Test
    void what_a_loan_sends_back_the_bank_is_told_to_pay_to_the_borrowers_account() {
        var refund = new LoanEntry.Refund(REFUND, cny("30.00"), JANUARY_5);
        var fact = new LoanHappening.OverpaymentSentBack(LOAN, LINE, refund, ACCOUNT, consequence());
        assertThat(RefundProcess.react(fact))
                .containsExactly(new Send(new InstructDisbursement(
                        new DisbursementId(REFUND.value()), LOAN, cny("30.00"), ACCOUNT, JANUARY_5)));
    }

    private static LoanBalances balances(String credit) {
        var nothing = cny("0.00");
        return new LoanBalances(nothing, nothing, nothing, nothing, nothing, cny(credit));
    }

    private static LoanConsequence consequence() {
        return new LoanConsequence(List.of(), cny("0.00"), List.of(), balances("0.00"), List.of(), JANUARY_5);
    }

    private static RepaymentReceived repayment(String credit) {
        return new RepaymentReceived(
                LOAN,
                LINE,
                new RepaymentId(new UUID(3, 3)),
                cny("100.00"),
                List.of(),
                cny(credit),
                List.of(),
                List.of(),
                balances(credit),
                JANUARY_5,
                null);
    }
}
