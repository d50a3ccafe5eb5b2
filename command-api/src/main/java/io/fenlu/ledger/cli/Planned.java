package io.fenlu.ledger.cli;

import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import java.util.List;

/** A loan that is to be brought: its credit line, its drawdown, and what happened to it since. All ids follow from its row. */
interface Planned {
    CreditLineId creditLineId();

    LoanId loanId();

    OpenCreditLine opening();

    RequestLoan drawdown();

    /** What happened to the loan, in the order of its dates. */
    List<? extends LoanCommand> life();

    /** The repayments that give limit back; nothing goes on before they have. */
    List<RepaymentId> releases();

    /** The request by which an order is given, the same each time the row is brought. */
    Request request(Order order);

    /** Looks at what an order left; called also for orders that had been obeyed before. */
    default void look(Order order, Answer answer) {}
}
