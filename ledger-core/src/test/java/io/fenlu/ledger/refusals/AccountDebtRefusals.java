package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.account.AccountRefusal.*;
import static io.fenlu.ledger.refusals.AccountRefusals.BILL;
import static io.fenlu.ledger.refusals.AccountRefusals.BUY;
import static io.fenlu.ledger.refusals.AccountRefusals.OPEN;
import static io.fenlu.ledger.refusals.AccountRefusals.asking;
import static io.fenlu.ledger.story.AccountOrders.*;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.allocation.Bucket;
import java.time.LocalDate;
import java.util.stream.Stream;

/** How to hear each no to debts of an account that are not paid after all, or not to be paid. */
final class AccountDebtRefusals {
    private AccountDebtRefusals() {}

    static Stream<Produced> all() {
        var paid = pay(5, "100.00", "2026-02-05");
        var lateBill = issue("2026-03-01");
        var off = writeOff(6, "2026-03-05");
        var day = LocalDate.of(2026, 3, 5);
        var silent = new AccountCommand.ReturnPayment(ACCOUNT, new AccountEntry.PaymentReturn(id(9), id(5), "", day));
        var unreasoned = new AccountCommand.WaiveCharges(
                ACCOUNT, new AccountEntry.Waiver(id(9), Bucket.INTEREST, null, " ", day));
        var groundless = new AccountCommand.WriteOffAccount(ACCOUNT, new AccountEntry.WriteOff(id(9), "", day));
        return Stream.of(
                asking(ACCOUNT_PAYMENT_NOT_FOUND, takeBack(9, 1, "2026-02-06"), OPEN, BUY, BILL, paid),
                asking(
                        PAYMENT_ALREADY_RETURNED,
                        takeBack(9, 5, "2026-02-07"),
                        OPEN,
                        BUY,
                        BILL,
                        paid,
                        takeBack(8, 5, "2026-02-06")),
                asking(PAYMENT_RETURN_BEFORE_PAYMENT, takeBack(9, 5, "2026-02-04"), OPEN, BUY, BILL, paid),
                asking(PAYMENT_RETURN_REASON_MALFORMED, silent, OPEN, BUY, BILL, paid),
                asking(
                        ACCOUNT_PRINCIPAL_NOT_WAIVABLE,
                        waive(9, Bucket.PRINCIPAL, "1.00", "2026-03-05"),
                        OPEN,
                        BUY,
                        lateBill),
                asking(ACCOUNT_WAIVER_REASON_MALFORMED, unreasoned, OPEN, BUY, lateBill),
                asking(ACCOUNT_NOTHING_TO_WAIVE, waive(9, Bucket.INTEREST, null, "2026-02-05"), OPEN, BUY, BILL),
                asking(
                        ACCOUNT_WAIVER_EXCEEDS_DEBT,
                        waive(9, Bucket.INTEREST, "999.00", "2026-03-05"),
                        OPEN,
                        BUY,
                        lateBill),
                asking(ACCOUNT_WRITTEN_OFF, buy(9, "1.00", "2026-03-06"), OPEN, BUY, lateBill, off),
                asking(ACCOUNT_WRITTEN_OFF, force(9, "1.00", "2026-03-06"), OPEN, BUY, lateBill, off),
                asking(ACCOUNT_WRITTEN_OFF, writeOff(9, "2026-03-06"), OPEN, BUY, lateBill, off),
                asking(ACCOUNT_NOTHING_TO_WRITE_OFF, writeOff(9, "2026-01-10"), OPEN),
                asking(WRITE_OFF_BEFORE_LAST_ENTRY, writeOff(9, "2026-02-04"), OPEN, BUY, BILL, paid),
                asking(WRITE_OFF_REASON_MALFORMED, groundless, OPEN, BUY, lateBill),
                asking(
                        ACCOUNT_STILL_OWES,
                        new CloseAccount(ACCOUNT, LocalDate.of(2026, 4, 5)),
                        OPEN,
                        BUY,
                        lateBill,
                        off,
                        end(8, "2026-03-06")));
    }
}
