package io.fenlu.ledger.loan;

import io.fenlu.ledger.interest.Rate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the repayment of a running loan is agreed anew (贷款重组). */
public sealed interface RestructuringMeasure {
    /**
     * 重新约定还款计划: all principal, overdue or not, is spread over so many new instalments.
     *
     * @param firstDueOn when there is none, one period after the restructuring
     * @param rate when there is none, the rate stays
     */
    record Reschedule(
            int instalments,
            @Nullable LocalDate firstDueOn,
            @Nullable Rate rate) implements RestructuringMeasure {}

    /** 重置账龄: overdue principal is spread over the instalments still to come, and the loan is current again. */
    record ReAge() implements RestructuringMeasure {}

    /** 重新摊还: what is not due yet is spread anew over the same due dates; what is overdue stays overdue. */
    record ReAmortise() implements RestructuringMeasure {}

    /** 展期: so many instalments more, and what is not due yet spread over all of them. */
    record Extend(int instalments) implements RestructuringMeasure {}
}
