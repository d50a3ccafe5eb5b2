package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account and matters to its arithmetic, on its business date; the account is the fold of its entries
 * and of the calendar.
 *
 * <p>Entries say what was put in, never what came of it, so that they mean the same in whatever order they are learned.
 */
public sealed interface AccountEntry {
    /** By date, within a day by rank of kind, within a kind by name: never by when it was learned. */
    Comparator<AccountEntry> CANONICAL = Comparator.comparing(AccountEntry::on)
            .thenComparingInt(AccountEntry::rank)
            .thenComparing(entry -> entry.id().value());

    /** By date and within a day by rank of kind: two of one kind and day stand side by side. */
    Comparator<AccountEntry> BY_DAY_AND_KIND =
            Comparator.comparing(AccountEntry::on).thenComparingInt(AccountEntry::rank);

    EntryId id();

    /** The business date: when it counts. */
    LocalDate on();

    /** What comes first on one day. */
    private int rank() {
        return switch (this) {
            case LimitSetting _ -> 0;
            case TakeOver _ -> 1;
            case Authorisation _ -> 2;
            case Purchase _ -> 3;
            case Voiding _ -> 4;
            case ChargebackReversal _ -> 5;
            case BillConversion _ -> 6;
            case PlanSettlement _ -> 7;
            case Refund _ -> 8;
            case Chargeback _ -> 9;
            case Payment _ -> 10;
            case CreditReturn _ -> 11;
            case DaysChange _ -> 12;
            case Closing _ -> 13;
            case PaymentReturn _ -> 14;
            case Waiver _ -> 15;
            case WriteOff _ -> 16;
        };
    }

    /** An entry that only lowers what is owed: it may be learned after the bill of its day. */
    sealed interface Relieving extends AccountEntry {}

    /** A balance that was kept elsewhere before; less than nothing for credit. */
    record TakeOver(EntryId id, Money amount, LocalDate on) implements AccountEntry {}

    /** Another limit. */
    record LimitSetting(EntryId id, Money limit, String reason, LocalDate on) implements AccountEntry {}

    /**
     * A merchant asked whether a purchase may be made: so much of the limit is held.
     *
     * @param expiresOn the last day on which it can be captured
     */
    record Authorisation(
            EntryId id, String merchant, String orderNumber, Money amount, LocalDate expiresOn, LocalDate on)
            implements AccountEntry {}

    /** What is left of an authorisation is given up. */
    record Voiding(EntryId id, EntryId authorisation, LocalDate on) implements AccountEntry {}

    /**
     * Something was bought; the merchant is paid at once.
     *
     * @param authorisation that it captures, in full or in part; none for a purchase without one
     * @param plan none when it is paid with the next bill
     * @param forced the merchant had posted it already: it is booked even over the limit
     */
    record Purchase(
            EntryId id,
            String merchant,
            String orderNumber,
            Money amount,
            @Nullable EntryId authorisation,
            @Nullable PlanChoice plan,
            boolean forced,
            LocalDate on)
            implements AccountEntry {}

    /**
     * A merchant gave money back.
     *
     * @param purchase none when the merchant names none
     */
    record Refund(EntryId id, @Nullable PurchaseRef purchase, String merchant, Money amount, RefundTo to, LocalDate on)
            implements Relieving {}

    /** The shopper disputes a purchase; it is taken back until the dispute is decided. */
    record Chargeback(EntryId id, PurchaseRef purchase, Money amount, String reason, LocalDate on)
            implements Relieving {}

    /** The dispute was decided for the merchant. */
    record ChargebackReversal(EntryId id, EntryId chargeback, Money amount, String reason, LocalDate on)
            implements AccountEntry {}

    /** A bill, or a part of it, is to be paid in periods; the shopper pays the fee. */
    record BillConversion(EntryId id, int bill, Money amount, int periods, LocalDate on) implements AccountEntry {}

    /** All periods of a plan that are left fall due with the next bill. */
    record PlanSettlement(EntryId id, EntryId plan, LocalDate on) implements AccountEntry {}

    /**
     * Money came in.
     *
     * @param source for example the bank card it was drawn from
     */
    record Payment(EntryId id, Money amount, String source, LocalDate on) implements Relieving {}

    /** Credit was paid back to the shopper. */
    record CreditReturn(EntryId id, Money amount, String bankReference, LocalDate on) implements AccountEntry {}

    /** Another bill day and due day. */
    record DaysChange(EntryId id, BillingDays days, LocalDate on) implements AccountEntry {}

    /** The account takes no more purchases and is to end. */
    record Closing(EntryId id, String reason, LocalDate on) implements AccountEntry {}

    /** The bank took a payment back: it counted until that day, and what it had healed is owed again from then on. */
    record PaymentReturn(EntryId id, EntryId payment, String reason, LocalDate on) implements AccountEntry {}

    /**
     * A part of the interest, of the penalty or of the fees is given up.
     *
     * @param amount none for all that is owed of the kind on that day
     */
    record Waiver(EntryId id, Bucket bucket, @Nullable Money amount, String reason, LocalDate on)
            implements Relieving {}

    /** The books give up everything that is owed; the claim stays, and nothing grows on it. */
    record WriteOff(EntryId id, String reason, LocalDate on) implements AccountEntry {}
}
