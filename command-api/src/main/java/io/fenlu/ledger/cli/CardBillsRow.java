package io.fenlu.ledger.cli;

import io.fenlu.ledger.money.Money;
import java.util.List;

/**
 * One row of a book of revolving accounts.
 *
 * @param identity the same for the same row of the same file
 * @param bills of six months on end, the oldest first
 * @param payments of the months after the first
 * @param status months in arrears of the months after the first, as the file says: less than one for none
 */
record CardBillsRow(
        long line, String identity, Money limit, List<Money> bills, List<Money> payments, List<Integer> status) {
    CardBillsRow {
        bills = List.copyOf(bills);
        payments = List.copyOf(payments);
        status = List.copyOf(status);
    }
}
