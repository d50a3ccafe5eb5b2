package io.fenlu.ledger.classification;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Rules of classification by the days from which they are in force (分类规则包). The day that is asked for decides, so that a past day keeps
 * its class when a rule changes.
 */
public record RulePack(String code, List<ClassificationRule> rules) {
    /**
     * Loans: overdue is special mention, over 90 days substandard, over 270 doubtful, over 360 loss. 商业银行金融资产风险分类办法
     * (中国银行保险监督管理委员会、中国人民银行令〔2023〕第1号), in force 2023-07-01.
     */
    public static final RulePack LOANS =
            new RulePack("loans", List.of(new ClassificationRule(LocalDate.of(2023, 7, 1), 1, 91, 271, 361, 2)));

    /** Cards: 1 to 90 special mention, 91 to 120 substandard, 121 to 180 doubtful, over 180 loss. 商业银行信用卡业务监督管理办法, art. 92. */
    public static final RulePack CARDS =
            new RulePack("cards", List.of(new ClassificationRule(LocalDate.of(2011, 1, 13), 1, 91, 121, 181, 2)));

    public RulePack {
        rules = rules.stream()
                .sorted(Comparator.comparing(ClassificationRule::inForceFrom))
                .toList();
        if (rules.isEmpty()) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a rule pack has a rule");
        }
    }

    /** The rule in force on a day; before the first, the first. */
    public ClassificationRule on(LocalDate day) {
        var rule = rules.getFirst();
        for (var next : rules) {
            if (!next.inForceFrom().isAfter(day)) {
                rule = next;
            }
        }
        return rule;
    }

    /**
     * The class of a loan at the end of a day: what its days past due allow; but a loan that was bad stays substandard at least until all
     * arrears are paid and then so many obligations on end are paid in time as the rule asks for.
     */
    public FiveClass classify(ArrearsHistory history, LocalDate day) {
        var rule = on(day);
        var floor = rule.floor(history.on(day).either().daysPastDue());
        return floor.isNonPerforming() || !Recovering.isStillBad(history, rule, day) ? floor : FiveClass.SUBSTANDARD;
    }
}
