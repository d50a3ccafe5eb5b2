package io.fenlu.ledger.account;

import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount that changes the books of an account, by kind and not by ledger account (账户账务变动).
 *
 * @param bucket none where it is no kind of debt, as credit held
 * @param lender whose part it is; none where no single lender owns it
 * @param amount negative where it takes back
 */
public record AccountMovement(
        AccountMovementKind kind,
        @Nullable Bucket bucket,
        @Nullable LenderId lender,
        Money amount) {}
