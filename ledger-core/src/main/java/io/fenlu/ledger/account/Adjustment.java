package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.money.Money;

/**
 * What an earlier cycle comes out otherwise because of what was learned after its bill was issued (账单调整).
 *
 * @param bill the cycle that it belongs to
 * @param kind of line that is new or other than before
 * @param because the entry that was learned
 */
public record Adjustment(int bill, BillLineKind kind, EntryId because, Money amount) {}
