package io.fenlu.ledger.disclosure;

/**
 * The costs that a borrower confirmed before signing (综合融资成本确认), copied into the contract's first fact.
 *
 * @param hash of the table, as the borrower confirmed it
 */
public record ConfirmedCosts(CostTable table, String hash) {}
