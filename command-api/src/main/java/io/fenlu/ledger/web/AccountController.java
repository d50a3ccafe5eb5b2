package io.fenlu.ledger.web;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.AccountCommand.ChangeAccountLimit;
import io.fenlu.ledger.account.AccountCommand.ChangeBillingDays;
import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountCommand.ConvertBill;
import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountCommand.RequestClosing;
import io.fenlu.ledger.account.AccountCommand.SettlePlan;
import io.fenlu.ledger.account.AccountCommand.TakeOverBalance;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.web.AccountDoor.Asked;
import io.fenlu.ledger.web.AccountDoor.Day;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The doors of pay-later accounts: open one, bill it, change it, end it. */
@RestController("accountsDoor")
@Tag(name = "Pay-later accounts", description = "One limit, one bill a month (花呗类账户).")
class AccountController {
    private final AccountDoor door;
    private final Gate gate;
    private final Idempotency idempotency;
    private final Given given;
    private final SharedLimit shared;
    private final String lender;

    AccountController(
            AccountDoor door,
            Gate gate,
            Idempotency idempotency,
            Given given,
            SharedLimit shared,
            @Value("${ledger.lender:fenlu-lender}") String lender) {
        this.door = door;
        this.gate = gate;
        this.idempotency = idempotency;
        this.given = given;
        this.shared = shared;
        this.lender = lender;
    }

    @PostMapping(path = "/accounts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Open an account",
            description =
                    "Products: pay-later, pay-later-card. The limit is its own, or a part of a credit line that the"
                            + " line sets aside first.")
    ResponseEntity<AccountAnswers.Changed> open(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Open body) {
        var asked = IdempotencyKey.of(key);
        return idempotency.once(asked, "/accounts", body, request -> {
            var borrower = Given.required("borrower_id", body.borrowerId());
            var who = Given.value("borrower_id", () -> new BorrowerId(borrower));
            var on = given.pastDay("opened_on", body.openedOn());
            var account = new AccountId(asked.id());
            var agreement = agreement(body);
            var answer = shared.opening(
                    account,
                    who,
                    agreement,
                    on,
                    () -> gate.send(new OpenAccount(account, who, agreement, on), request));
            return Written.created(answer, "/accounts/" + account, AccountAnswers.of(account.value(), on, answer));
        });
    }

    private AccountAgreement agreement(AccountBodies.Open body) {
        var limit = Given.amount("limit", body.limit());
        var name = body.lenderOfRecord() == null ? lender : body.lenderOfRecord();
        var who = Given.value("lender_of_record", () -> new LenderId(name));
        var line = body.creditLineId();
        var rate = body.dailyRate() == null ? "0.0005" : body.dailyRate();
        var billDay = Objects.requireNonNullElse(body.billDay(), 1);
        var dueDay = Objects.requireNonNullElse(body.dueDay(), 9);
        return new AccountAgreement(
                terms(body.product()),
                Given.required("brand", body.brand()),
                who,
                body.funding() == null
                        ? FundingShares.whole(who)
                        : body.funding().parse("funding"),
                line == null
                        ? new LimitSource.Own()
                        : new LimitSource.OfCreditLine(Given.value("credit_line_id", () -> CreditLineId.of(line))),
                limit,
                Given.value("daily_rate", () -> rate(rate)),
                Given.value("bill_day", () -> new BillingDays(billDay, dueDay)));
    }

    private static Rate rate(String text) {
        if (!text.matches("[0-9]{1,2}(\\.[0-9]{1,12})?")) {
            throw DoorClosed.at("daily_rate", DoorRefusal.BODY_MALFORMED, "A rate is a decimal like 0.0005.");
        }
        return new Rate(new BigDecimal(text), Rate.Per.DAY);
    }

    private static AccountTerms terms(@Nullable String product) {
        return switch (product == null ? "pay-later" : product) {
            case "pay-later" -> PayLater.payingMerchants(PayLater.STANDARD);
            case "pay-later-card" -> PayLater.payingMerchants(PayLater.CARD);
            default ->
                throw DoorClosed.at(
                        "product",
                        DoorRefusal.CHOICE_UNKNOWN,
                        "“" + Given.brief(String.valueOf(product)) + "” is none of: pay-later, pay-later-card.");
        };
    }

    @PostMapping(path = "/accounts/{id}/balances", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take a balance over", description = "As the first thing that happens to an account (承接余额).")
    ResponseEntity<AccountAnswers.Changed> takeOver(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.TakeOver body) {
        return door.entry(
                new Asked(id, "balances", key, body),
                new Day("taken_over_on", body.takenOverOn()),
                (entry, on) -> new AccountEntry.TakeOver(entry, Given.amount("amount", body.amount()), on),
                TakeOverBalance::new);
    }

    @PostMapping(path = "/accounts/{id}/limit-changes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Change the limit",
            description =
                    "Up or down (调额). An account that shares a credit line rises by what the line sets aside first.")
    ResponseEntity<AccountAnswers.Changed> limit(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Limit body) {
        return door.entry(
                new Asked(id, "limit-changes", key, body),
                new Day("changed_on", body.changedOn()),
                (entry, on) -> new AccountEntry.LimitSetting(
                        entry, Given.amount("limit", body.limit()), Given.required("reason", body.reason()), on),
                ChangeAccountLimit::new,
                shared::changing);
    }

    @PostMapping(path = "/accounts/{id}/bills", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Issue bills", description = "Of all cycles that have ended by a morning (出账).")
    ResponseEntity<AccountAnswers.Changed> bill(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.IssueBills body) {
        return door.order(new Asked(id, "bills", key, body), new Day("on", body.on()), IssueBill::new);
    }

    @PostMapping(path = "/accounts/{id}/bills/{bill}/conversions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Convert a bill",
            description = "Pays a bill, or a part of it, in periods, from its bill day to its due day (账单分期).")
    ResponseEntity<AccountAnswers.Changed> convert(
            @PathVariable String id,
            @PathVariable int bill,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Conversion body) {
        return door.entry(
                new Asked(id, "bills/" + bill + "/conversions", key, body),
                new Day("converted_on", body.convertedOn()),
                (entry, on) -> new AccountEntry.BillConversion(
                        entry,
                        bill,
                        Given.amount("amount", body.amount()),
                        Given.required("periods", body.periods()),
                        on),
                ConvertBill::new);
    }

    @PostMapping(path = "/accounts/{id}/plan-settlements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Settle a plan",
            description = "Brings all periods that are left forward to the next bill (分期提前结清).")
    ResponseEntity<AccountAnswers.Changed> settle(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Settlement body) {
        return door.entry(
                new Asked(id, "plan-settlements", key, body),
                new Day("settled_on", body.settledOn()),
                (entry, on) -> {
                    var plan = Given.required("plan_id", body.planId());
                    return new AccountEntry.PlanSettlement(entry, Given.value("plan_id", () -> EntryId.of(plan)), on);
                },
                SettlePlan::new);
    }

    @PostMapping(path = "/accounts/{id}/billing-days", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Change the billing days",
            description = "From the next bill on, which is a transition (账单日变更).")
    ResponseEntity<AccountAnswers.Changed> changeDays(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Days body) {
        return door.entry(
                new Asked(id, "billing-days", key, body),
                new Day("changed_on", body.changedOn()),
                (entry, on) -> new AccountEntry.DaysChange(
                        entry,
                        Given.value(
                                "bill_day",
                                () -> new BillingDays(
                                        Given.required("bill_day", body.billDay()),
                                        Given.required("due_day", body.dueDay()))),
                        on),
                ChangeBillingDays::new);
    }

    @PostMapping(path = "/accounts/{id}/closing-requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask an account to end", description = "No more purchases; plans fall due (申请销户).")
    ResponseEntity<AccountAnswers.Changed> end(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Closing body) {
        return door.entry(
                new Asked(id, "closing-requests", key, body),
                new Day("requested_on", body.requestedOn()),
                (entry, on) -> new AccountEntry.Closing(entry, Given.required("reason", body.reason()), on),
                RequestClosing::new);
    }

    @PostMapping(path = "/accounts/{id}/closures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Close an account", description = "Only when nothing is owed or held (销户).")
    ResponseEntity<AccountAnswers.Changed> close(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Close body) {
        return door.order(
                new Asked(id, "closures", key, body), new Day("closed_on", body.closedOn()), CloseAccount::new);
    }
}
