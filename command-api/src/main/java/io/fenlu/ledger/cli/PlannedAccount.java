package io.fenlu.ledger.cli;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountCommand.PostPurchase;
import io.fenlu.ledger.account.AccountCommand.ReceivePayment;
import io.fenlu.ledger.account.AccountCommand.RefundPurchase;
import io.fenlu.ledger.account.AccountCommand.TakeOverBalance;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.account.RefundTo;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.gate.DerivedId;
import io.fenlu.ledger.gate.Fingerprint;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.PayLater;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a row of six bills becomes in the ledger: an account with the first bill as a balance taken over, and then month by month the
 * payment and the movement that makes the next bill what it is, a forced purchase or a refund.
 *
 * <p>All ids follow from the row's identity, so that a row brought twice is the same account.
 */
record PlannedAccount(CardBillsRow row, LenderId lender, Fraction least) {
    private static final String SOURCE = "import card-bills";
    private static final YearMonth FIRST = YearMonth.of(2005, 4);
    private static final BillingDays DAYS = new BillingDays(1, 9);

    /** In the order of their days. */
    List<AccountCommand> orders() {
        var orders = new ArrayList<AccountCommand>();
        orders.add(open());
        var opening = row.bills().getFirst();
        if (!opening.isZero()) {
            orders.add(new TakeOverBalance(
                    accountId(), new AccountEntry.TakeOver(entry("taken over"), opening, FIRST.atDay(15))));
        }
        for (int k = 1; k < row.bills().size(); k++) {
            month(orders, k);
        }
        orders.add(new IssueBill(accountId(), billedOn(row.bills().size() - 1)));
        return orders;
    }

    private AccountCommand open() {
        var agreement = new AccountAgreement(
                PayLater.mirrored(row.limit().currency(), least),
                "card",
                lender,
                FundingShares.whole(lender),
                new LimitSource.Own(),
                row.limit(),
                Rate.daily("0"),
                DAYS);
        return new OpenAccount(accountId(), new BorrowerId("row-" + id("borrower")), agreement, FIRST.atDay(1));
    }

    private void month(List<AccountCommand> orders, int place) {
        var month = FIRST.plusMonths(place);
        var payment = row.payments().get(place - 1);
        if (payment.isPositive()) {
            orders.add(new ReceivePayment(
                    accountId(),
                    new AccountEntry.Payment(entry("payment " + month), payment, "unknown", month.atDay(5))));
        }
        var movement = movement(place);
        var on = month.atDay(20);
        if (movement.isPositive()) {
            orders.add(new PostPurchase(
                    accountId(),
                    new AccountEntry.Purchase(
                            entry("movement " + month), "unknown", month.toString(), movement, null, null, true, on)));
        } else if (movement.isNegative()) {
            orders.add(new RefundPurchase(
                    accountId(),
                    new AccountEntry.Refund(
                            entry("movement " + month), null, "unknown", movement.negated(), RefundTo.ACCOUNT, on)));
        }
    }

    /** By how much a bill differs from the one before it, apart from the payment. */
    private Money movement(int place) {
        return row.bills()
                .get(place)
                .minus(row.bills().get(place - 1))
                .plus(row.payments().get(place - 1));
    }

    /** The bill day of a month of the file: the first of the next. */
    static LocalDate billedOn(int place) {
        return FIRST.plusMonths(place + 1L).atDay(DAYS.billDay());
    }

    AccountId accountId() {
        return new AccountId(id("account"));
    }

    private EntryId entry(String what) {
        return new EntryId(id(what));
    }

    /** The request by which an order of this row is given, the same each time the row is brought. */
    Request request(AccountCommand order) {
        var what = order instanceof AccountCommand.Entering entering
                ? entering.entry().id().toString()
                : order.getClass().getSimpleName();
        return new Request(id("request " + what), Fingerprint.of(order));
    }

    private UUID id(String what) {
        return DerivedId.of(SOURCE, row.identity(), what);
    }
}
