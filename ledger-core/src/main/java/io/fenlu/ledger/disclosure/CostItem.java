package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Money;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing the borrower may have to pay (收费项目), as it was shown.
 *
 * @param code for example {@code interest} or {@code guarantee-fee}; a charge under another code was not disclosed
 * @param payee who receives it (收取主体)
 * @param basis how it is reckoned and at what standard, in words, one line
 * @param amount over the whole life under normal performance; absent for what is only contingent
 * @param contingent whether it arises only by default or misuse (或有成本)
 */
public record CostItem(
        String code, String payee, String basis, @Nullable Money amount, boolean contingent) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int LONGEST = 400;

    public CostItem {
        if (!NAME.matcher(code).matches() || !NAME.matcher(payee).matches()) {
            throw new InvalidValue(
                    ValueRefusal.REFERENCE_MALFORMED, "a cost and its payee are named by 1 to 64 plain characters");
        }
        if (basis.isBlank() || basis.length() > LONGEST || basis.lines().count() > 1) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY, "the basis of a cost is one line of at most 400 characters");
        }
        if (contingent == (amount != null)) {
            throw new InvalidValue(ValueRefusal.TERMS_CONTRADICTORY, "a cost has an amount, unless it is contingent");
        }
    }
}
