package io.fenlu.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fenlu.ledger.account.AccountBalances;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountEvent.AccountClosed;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountEvent.BillIssued;
import io.fenlu.ledger.account.AccountHappening;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.KeptFact;
import io.fenlu.ledger.kernel.StoredAs;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the doors of pay-later accounts answer, read off the facts that the request left. */
final class AccountAnswers {
    private AccountAnswers() {}

    /** What is owed and open to buy. */
    @Schema(name = "AccountBalances")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BalancesBody(
            @JsonProperty("billed") AmountBody billed,
            @JsonProperty("unbilled") AmountBody unbilled,
            @JsonProperty("undue") AmountBody undue,
            @JsonProperty("credit") AmountBody credit,
            @JsonProperty("minimum_due") AmountBody minimumDue,
            @JsonProperty("held") AmountBody held,
            @JsonProperty("limit") AmountBody limit,
            @JsonProperty("over_limit") AmountBody overLimit,
            @JsonProperty("available") AmountBody available,

            @JsonProperty("claim") @Schema(description = "of what was written off, not recovered") @Nullable
            AmountBody claim) {
        static BalancesBody of(AccountBalances balances) {
            return new BalancesBody(
                    AmountBody.of(balances.billed()),
                    AmountBody.of(balances.unbilled()),
                    AmountBody.of(balances.undue()),
                    AmountBody.of(balances.credit()),
                    AmountBody.of(balances.minimumDue()),
                    AmountBody.of(balances.held()),
                    AmountBody.of(balances.limit()),
                    AmountBody.of(balances.overLimit()),
                    AmountBody.of(balances.available()),
                    balances.claim() == null ? null : AmountBody.of(balances.claim()));
        }
    }

    /** A debt that was healed, by the number of its bill. */
    @Schema(name = "AccountAllocationLine")
    record LineBody(
            @JsonProperty("bill") int bill,

            @JsonProperty("bucket") @Schema(example = "principal")
            String bucket,

            @JsonProperty("amount") AmountBody amount) {}

    /** A bill in short; the whole of it is in its fact. */
    @Schema(name = "IssuedBill")
    record BillBody(
            @JsonProperty("number") int number,
            @JsonProperty("billed_on") LocalDate billedOn,
            @JsonProperty("due_on") LocalDate dueOn,
            @JsonProperty("opening") AmountBody opening,
            @JsonProperty("closing") AmountBody closing,
            @JsonProperty("minimum_payment") AmountBody minimum) {
        static BillBody of(BillIssued fact) {
            var bill = fact.bill();
            return new BillBody(
                    bill.number(),
                    bill.billedOn(),
                    bill.dueOn(),
                    AmountBody.of(bill.totals().opening()),
                    AmountBody.of(bill.totals().closing()),
                    AmountBody.of(bill.minimum().total()));
        }
    }

    /**
     * What a request did to an account.
     *
     * @param facts the stored names of the facts it left, in their order
     * @param balances none when the account was only opened or put away
     */
    @Schema(name = "AccountChanged")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(
            @JsonProperty("account_id") UUID accountId,
            @JsonProperty("entry_id") @Nullable UUID entryId,
            @JsonProperty("on") LocalDate on,
            @JsonProperty("facts") List<String> facts,
            @JsonProperty("allocation") @Nullable List<LineBody> allocation,
            @JsonProperty("bills") @Nullable List<BillBody> bills,
            @JsonProperty("balances") @Nullable BalancesBody balances) {}

    static Changed of(UUID account, LocalDate on, Answer answer) {
        var happening = answer.find(AccountHappening.class).orElse(null);
        var bills = answer.facts().stream()
                .map(KeptFact::fact)
                .filter(BillIssued.class::isInstance)
                .map(fact -> BillBody.of((BillIssued) fact))
                .toList();
        return new Changed(
                account,
                happening == null ? null : happening.entry().id().value(),
                on,
                answer.facts().stream().map(AccountAnswers::name).toList(),
                happening == null ? null : lines(happening),
                bills.isEmpty() ? null : bills,
                answer.facts().isEmpty() ? null : balances(answer.facts().getLast()));
    }

    private static List<LineBody> lines(AccountHappening happening) {
        return happening.consequence().allocation().stream()
                .map(line ->
                        new LineBody(line.instalment(), Given.written(line.bucket()), AmountBody.of(line.amount())))
                .toList();
    }

    private static @Nullable BalancesBody balances(KeptFact kept) {
        return kept.fact() instanceof AccountEvent fact
                ? switch (fact) {
                    case AccountHappening happening ->
                        BalancesBody.of(happening.consequence().balances());
                    case AccountCorrected corrected -> BalancesBody.of(corrected.balances());
                    case BillIssued issued -> BalancesBody.of(issued.balances());
                    case AccountOpened _, AccountClosed _ -> null;
                }
                : null;
    }

    private static String name(KeptFact kept) {
        var stored = kept.fact().getClass().getAnnotation(StoredAs.class);
        return stored == null ? kept.fact().getClass().getSimpleName() : stored.name();
    }
}
