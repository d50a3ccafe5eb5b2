package io.fenlu.ledger.schedule;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.RoundingRule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A charge beside interest (费用项目) that was agreed on: what it is called, who receives it, how much it is and when it falls due.
 *
 * @param code for example {@code guarantee-fee}; the name under which it is disclosed and charged
 * @param payee who receives it, for example {@code guarantor-1}
 */
public record ChargeRule(String code, String payee, Amount amount, When when) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** How much it is. */
    public sealed interface Amount {
        /** A sum of money. */
        record FixedSum(Money sum) implements Amount {}

        /** A part of the loan: 1 % of the principal. */
        record PartOfPrincipal(Fraction part, RoundingRule rounding) implements Amount {}

        /** With each instalment a part of the principal that was owed before it. */
        record PartOfBalance(Fraction part, RoundingRule rounding) implements Amount {}
    }

    /** When it falls due. */
    public enum When {
        /** On the day the money is paid out, beside the loan. */
        AT_PAYOUT,
        WITH_FIRST_INSTALMENT,
        WITH_EACH_INSTALMENT,
        WITH_LAST_INSTALMENT,
        /** Only if something happens that neither side hopes for; it is disclosed, and no part of the annualised cost. */
        CONTINGENT
    }

    public ChargeRule {
        if (!NAME.matcher(code).matches() || !NAME.matcher(payee).matches()) {
            throw new InvalidValue(
                    ValueRefusal.REFERENCE_MALFORMED, "a charge and its payee are named by 1 to 64 plain characters");
        }
        if (amount instanceof Amount.PartOfBalance && when != When.WITH_EACH_INSTALMENT) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY, "a part of the balance is charged with each instalment");
        }
    }

    /**
     * The charge once.
     *
     * @param owed principal that is owed when it is charged
     */
    public Money once(Money principal, Money owed) {
        return switch (amount) {
            case Amount.FixedSum(var sum) -> sum;
            case Amount.PartOfPrincipal(var part, var rounding) ->
                part.of(principal).round(rounding);
            case Amount.PartOfBalance(var part, var rounding) -> part.of(owed).round(rounding);
        };
    }

    /** The instalments with this charge on those it falls due with. */
    public List<Instalment> onto(List<Instalment> rows, Money principal) {
        return rows.stream()
                .map(row -> fallsOn(row, rows)
                        ? row.plusFee(once(principal, row.balance().plus(row.principal())))
                        : row)
                .toList();
    }

    private boolean fallsOn(Instalment row, List<Instalment> rows) {
        return switch (when) {
            case AT_PAYOUT, CONTINGENT -> false;
            case WITH_FIRST_INSTALMENT -> row.number() == 1;
            case WITH_EACH_INSTALMENT -> true;
            case WITH_LAST_INSTALMENT -> row.number() == rows.getLast().number();
        };
    }
}
