package io.fenlu.ledger.cli;

import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;

/**
 * One loan of a lender's published book.
 *
 * @param line of the file, counted as an editor does
 * @param identity follows from the content, and from how many equal rows stand before it
 * @param issuedOn the first day of the month of issue
 * @param current neither late nor repaid nor given up
 */
record CashLoanRow(
        long line,
        String identity,
        Money amount,
        int instalments,
        Rate rate,
        Money instalment,
        LocalDate issuedOn,
        boolean current,
        Money paidPrincipal) {}
