package io.fenlu.ledger.payout;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.util.regex.Pattern;

/**
 * Where to send the money.
 *
 * @param account an opaque token that the bank's side can resolve; never an account number or a name
 */
public record PayoutInstruction(PayoutChannel channel, String account) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    public PayoutInstruction {
        if (!TOKEN.matcher(account).matches()) {
            throw new InvalidValue(
                    ValueRefusal.REFERENCE_MALFORMED,
                    "a payout account is a token of 1 to 64 letters, digits, dots, colons, dashes, underscores");
        }
    }
}
