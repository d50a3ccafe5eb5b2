package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to the doors of pay-later accounts; days that are left out are today. */
final class AccountBodies {
    private AccountBodies() {}

    /** What shopper and lender agree on. */
    @Schema(name = "OpenAccount")
    record Open(
            @JsonProperty("borrower_id")
            @Schema(example = "borrower-0001", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String borrowerId,

            @JsonProperty("product") @Schema(example = "pay-later") @Nullable
            String product,

            @JsonProperty("brand") @Schema(example = "brand-1", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String brand,

            @JsonProperty("lender_of_record") @Schema(example = "fenlu-lender") @Nullable
            String lenderOfRecord,

            @JsonProperty("funding") @Nullable FundingBody funding,
            @JsonProperty("credit_line_id") @Nullable String creditLineId,

            @JsonProperty("limit") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody limit,

            @JsonProperty("daily_rate") @Schema(example = "0.0005") @Nullable
            String dailyRate,

            @JsonProperty("bill_day") @Schema(example = "1") @Nullable
            Integer billDay,

            @JsonProperty("due_day") @Schema(example = "9") @Nullable
            Integer dueDay,

            @JsonProperty("opened_on") @Schema(example = "2026-01-05") @Nullable
            String openedOn) {}

    /** A balance that was kept elsewhere; negative for credit. */
    @Schema(name = "TakeOverBalance")
    record TakeOver(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("taken_over_on") @Schema(example = "2026-01-05") @Nullable
            String takenOverOn) {}

    /** The new limit, and why. */
    @Schema(name = "ChangeAccountLimit")
    record Limit(
            @JsonProperty("limit") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody limit,

            @JsonProperty("reason")
            @Schema(example = "yearly review", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("changed_on") @Schema(example = "2026-02-01") @Nullable
            String changedOn) {}

    /** What a merchant wants to be sure of. */
    @Schema(name = "AuthorisePurchase")
    record Authorisation(
            @JsonProperty("merchant") @Schema(example = "shop-1", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String merchant,

            @JsonProperty("order_number")
            @Schema(example = "order-1", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String orderNumber,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("expires_on")
            @Schema(example = "2026-01-20", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String expiresOn,

            @JsonProperty("authorised_on") @Schema(example = "2026-01-06") @Nullable
            String authorisedOn) {}

    /** Which authorisation is given up. */
    @Schema(name = "VoidAuthorisation")
    record Voiding(
            @JsonProperty("authorisation_id") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String authorisationId,

            @JsonProperty("voided_on") @Schema(example = "2026-01-07") @Nullable
            String voidedOn) {}

    /** What was bought. */
    @Schema(name = "PostPurchase")
    record Purchase(
            @JsonProperty("merchant") @Schema(example = "shop-1", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String merchant,

            @JsonProperty("order_number")
            @Schema(example = "order-1", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String orderNumber,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("authorisation_id") @Nullable String authorisationId,

            @JsonProperty("periods") @Schema(example = "3") @Nullable
            Integer periods,

            @JsonProperty("fee_payer") @Schema(example = "customer") @Nullable
            String feePayer,

            @JsonProperty("forced") @Schema(example = "false") @Nullable
            Boolean forced,

            @JsonProperty("posted_on") @Schema(example = "2026-01-08") @Nullable
            String postedOn) {}

    /** What comes back. */
    @Schema(name = "RefundPurchase")
    record Refund(
            @JsonProperty("purchase_id") @Nullable String purchaseId,

            @JsonProperty("merchant") @Schema(example = "shop-1", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String merchant,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("to") @Schema(example = "account") @Nullable
            String to,

            @JsonProperty("refunded_on") @Schema(example = "2026-01-20") @Nullable
            String refundedOn) {}

    /** What is disputed. */
    @Schema(name = "ChargeBackPurchase")
    record Chargeback(
            @JsonProperty("purchase_id") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String purchaseId,

            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("reason")
            @Schema(example = "not delivered", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("charged_back_on") @Schema(example = "2026-01-20") @Nullable
            String chargedBackOn) {}

    /** Which dispute was lost. */
    @Schema(name = "ReverseChargeback")
    record Reversal(
            @JsonProperty("chargeback_id") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String chargebackId,

            @JsonProperty("reason")
            @Schema(example = "delivered", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("reversed_on") @Schema(example = "2026-02-20") @Nullable
            String reversedOn) {}

    /** Money that came in. */
    @Schema(name = "ReceivePayment")
    record Payment(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("source") @Schema(example = "bank-card") @Nullable
            String source,

            @JsonProperty("paid_on") @Schema(example = "2026-02-09") @Nullable
            String paidOn) {}

    /** Credit that went back. */
    @Schema(name = "ReturnCredit")
    record CreditReturn(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("bank_reference")
            @Schema(example = "bank-1", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String bankReference,

            @JsonProperty("returned_on") @Schema(example = "2026-02-20") @Nullable
            String returnedOn) {}

    /** What of a bill is to be paid in periods. */
    @Schema(name = "ConvertBill")
    record Conversion(
            @JsonProperty("amount") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            AmountBody amount,

            @JsonProperty("periods") @Schema(example = "6", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer periods,

            @JsonProperty("converted_on") @Schema(example = "2026-02-05") @Nullable
            String convertedOn) {}

    /** Which plan is settled. */
    @Schema(name = "SettlePlan")
    record Settlement(
            @JsonProperty("plan_id") @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String planId,

            @JsonProperty("settled_on") @Schema(example = "2026-03-05") @Nullable
            String settledOn) {}

    /** Other days. */
    @Schema(name = "ChangeBillingDays")
    record Days(
            @JsonProperty("bill_day") @Schema(example = "20", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer billDay,

            @JsonProperty("due_day") @Schema(example = "10", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer dueDay,

            @JsonProperty("changed_on") @Schema(example = "2026-03-05") @Nullable
            String changedOn) {}

    /** Why the account ends. */
    @Schema(name = "RequestClosing")
    record Closing(
            @JsonProperty("reason")
            @Schema(example = "asked for by the shopper", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @JsonProperty("requested_on") @Schema(example = "2026-12-09") @Nullable
            String requestedOn) {}

    /** When it is put away. */
    @Schema(name = "CloseAccount")
    record Close(
            @JsonProperty("closed_on") @Schema(example = "2026-12-20") @Nullable
            String closedOn,

            @JsonProperty("remark") @Schema(description = "The sender's own words; not kept.") @Nullable
            String remark) {}

    /** By which morning. */
    @Schema(name = "IssueBill")
    record IssueBills(
            @JsonProperty("on") @Schema(example = "2026-02-01") @Nullable
            String on,

            @JsonProperty("remark") @Schema(description = "The sender's own words; not kept.") @Nullable
            String remark) {}
}
