package io.fenlu.ledger.web;

import io.fenlu.ledger.account.AccountCommand.AuthorisePurchase;
import io.fenlu.ledger.account.AccountCommand.ChargeBackPurchase;
import io.fenlu.ledger.account.AccountCommand.PostPurchase;
import io.fenlu.ledger.account.AccountCommand.ReceivePayment;
import io.fenlu.ledger.account.AccountCommand.RefundPurchase;
import io.fenlu.ledger.account.AccountCommand.ReturnCredit;
import io.fenlu.ledger.account.AccountCommand.ReverseChargeback;
import io.fenlu.ledger.account.AccountCommand.VoidAuthorisation;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.PlanChoice;
import io.fenlu.ledger.account.PurchaseRef;
import io.fenlu.ledger.account.RefundTo;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.web.AccountDoor.Asked;
import io.fenlu.ledger.web.AccountDoor.Day;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The doors through which an account is used: purchases, refunds, disputes, payments. */
@RestController("accountUseDoor")
@Tag(name = "Pay-later accounts: use", description = "Purchases, refunds, disputes and payments (消费、退款、拒付、还款).")
class AccountUseController {
    /** The account knows what a dispute was about; what an order says of it does not matter. */
    private static final Money NOT_KNOWN = Money.zero(Currency.CNY);

    private final AccountDoor door;

    AccountUseController(AccountDoor door) {
        this.door = door;
    }

    @PostMapping(path = "/accounts/{id}/authorisations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Authorise a purchase", description = "Holds a part of the limit until it expires (预授权).")
    ResponseEntity<AccountAnswers.Changed> authorise(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Authorisation body) {
        return door.entry(
                new Asked(id, "authorisations", key, body),
                new Day("authorised_on", body.authorisedOn()),
                (entry, on) -> new AccountEntry.Authorisation(
                        entry,
                        Given.required("merchant", body.merchant()),
                        Given.required("order_number", body.orderNumber()),
                        Given.amount("amount", body.amount()),
                        Given.anyDay("expires_on", Given.required("expires_on", body.expiresOn())),
                        on),
                AuthorisePurchase::new);
    }

    @PostMapping(path = "/accounts/{id}/authorisation-voids", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Void an authorisation", description = "What is left of it holds nothing any more (预授权撤销).")
    ResponseEntity<AccountAnswers.Changed> release(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Voiding body) {
        return door.entry(
                new Asked(id, "authorisation-voids", key, body),
                new Day("voided_on", body.voidedOn()),
                (entry, on) -> new AccountEntry.Voiding(entry, entryId("authorisation_id", body.authorisationId()), on),
                VoidAuthorisation::new);
    }

    @PostMapping(path = "/accounts/{id}/purchases", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Post a purchase",
            description =
                    "With or without an authorisation, at once or in periods; forced, also over the limit (消费入账).")
    ResponseEntity<AccountAnswers.Changed> purchase(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Purchase body) {
        return door.entry(
                new Asked(id, "purchases", key, body),
                new Day("posted_on", body.postedOn()),
                (entry, on) -> purchased(body, entry, on),
                PostPurchase::new);
    }

    private static AccountEntry.Purchase purchased(AccountBodies.Purchase body, EntryId entry, LocalDate on) {
        var authorisation = body.authorisationId();
        var periods = body.periods();
        var payer = body.feePayer() == null ? "customer" : body.feePayer();
        return new AccountEntry.Purchase(
                entry,
                Given.required("merchant", body.merchant()),
                Given.required("order_number", body.orderNumber()),
                Given.amount("amount", body.amount()),
                authorisation == null ? null : entryId("authorisation_id", authorisation),
                periods == null ? null : new PlanChoice(periods, Given.choice("fee_payer", FeePayer.class, payer)),
                Boolean.TRUE.equals(body.forced()),
                on);
    }

    @PostMapping(path = "/accounts/{id}/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Refund a purchase",
            description = "Before or after its bill, its payment or its conversion, in full or in part (退款).")
    ResponseEntity<AccountAnswers.Changed> refund(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Refund body) {
        return door.entry(
                new Asked(id, "refunds", key, body),
                new Day("refunded_on", body.refundedOn()),
                (entry, on) -> new AccountEntry.Refund(
                        entry,
                        body.purchaseId() == null ? null : PurchaseRef.to(entryId("purchase_id", body.purchaseId())),
                        Given.required("merchant", body.merchant()),
                        Given.amount("amount", body.amount()),
                        body.to() == null ? RefundTo.ACCOUNT : Given.choice("to", RefundTo.class, body.to()),
                        on),
                RefundPurchase::new);
    }

    @PostMapping(path = "/accounts/{id}/chargebacks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Charge a purchase back", description = "Until the dispute is decided (拒付).")
    ResponseEntity<AccountAnswers.Changed> chargeBack(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Chargeback body) {
        return door.entry(
                new Asked(id, "chargebacks", key, body),
                new Day("charged_back_on", body.chargedBackOn()),
                (entry, on) -> new AccountEntry.Chargeback(
                        entry,
                        PurchaseRef.to(entryId("purchase_id", body.purchaseId())),
                        Given.amount("amount", body.amount()),
                        Given.required("reason", body.reason()),
                        on),
                ChargeBackPurchase::new);
    }

    @PostMapping(path = "/accounts/{id}/chargeback-reversals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Reverse a chargeback",
            description = "The dispute was decided for the merchant: it is owed again, whole (拒付撤销).")
    ResponseEntity<AccountAnswers.Changed> reverse(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Reversal body) {
        return door.entry(
                new Asked(id, "chargeback-reversals", key, body),
                new Day("reversed_on", body.reversedOn()),
                (entry, on) -> new AccountEntry.ChargebackReversal(
                        entry,
                        entryId("chargeback_id", body.chargebackId()),
                        NOT_KNOWN,
                        Given.required("reason", body.reason()),
                        on),
                ReverseChargeback::new);
    }

    @PostMapping(path = "/accounts/{id}/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Receive a payment",
            description =
                    "Heals bills, the oldest first; what is left is held (还款). It may be dated before issued bills.")
    ResponseEntity<AccountAnswers.Changed> pay(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.Payment body) {
        return door.entry(
                new Asked(id, "payments", key, body),
                new Day("paid_on", body.paidOn()),
                (entry, on) -> new AccountEntry.Payment(
                        entry,
                        Given.amount("amount", body.amount()),
                        body.source() == null ? "unnamed" : body.source(),
                        on),
                ReceivePayment::new);
    }

    @PostMapping(path = "/accounts/{id}/credit-returns", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Return credit", description = "Pays back what is held for the shopper (溢缴款退回).")
    ResponseEntity<AccountAnswers.Changed> giveBack(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AccountBodies.CreditReturn body) {
        return door.entry(
                new Asked(id, "credit-returns", key, body),
                new Day("returned_on", body.returnedOn()),
                (entry, on) -> new AccountEntry.CreditReturn(
                        entry,
                        Given.amount("amount", body.amount()),
                        Given.required("bank_reference", body.bankReference()),
                        on),
                ReturnCredit::new);
    }

    private static EntryId entryId(String field, @Nullable String text) {
        var given = Given.required(field, text);
        return Given.value(field, () -> EntryId.of(given));
    }
}
