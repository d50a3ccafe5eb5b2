package io.fenlu.ledger.classification;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Fraction;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which part of a loan's principal is set aside for losses, by its class (贷款损失准备计提比例).
 *
 * @param code by which facts name the rule
 * @param rates a fraction for each of the five classes; the worse the class, the more
 */
public record ProvisionRule(String code, Map<FiveClass, Fraction> rates) {
    /**
     * 1 % of every loan, 2, 25, 50 and 100 % of those of the worse classes: 银行贷款损失准备计提指引 (银发〔2002〕98号). The guideline lets a bank go
     * 20 % above or below 25 and 50 %; that is a rule of its own.
     */
    public static final ProvisionRule LOANS_2002 = new ProvisionRule(
            "loans-2002",
            Map.of(
                    FiveClass.NORMAL, Fraction.of("0.01"),
                    FiveClass.SPECIAL_MENTION, Fraction.of("0.02"),
                    FiveClass.SUBSTANDARD, Fraction.of("0.25"),
                    FiveClass.DOUBTFUL, Fraction.of("0.5"),
                    FiveClass.LOSS, Fraction.of("1")));

    public ProvisionRule {
        var before = Fraction.NONE;
        for (var risk : FiveClass.values()) {
            var rate = rates.get(risk);
            if (rate == null || before.isMoreThan(rate)) {
                throw new InvalidValue(
                        ValueRefusal.TERMS_CONTRADICTORY, "each class is provided for, a worse one no less");
            }
            before = rate;
        }
        rates = Map.copyOf(new EnumMap<>(rates));
    }

    /** The part of the principal that a class asks for. */
    public Fraction rate(FiveClass risk) {
        var rate = rates.get(risk);
        if (rate == null) {
            throw new IllegalStateException("no rate for " + risk);
        }
        return rate;
    }
}
