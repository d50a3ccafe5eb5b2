package io.fenlu.ledger.loan;

/**
 * What a tranche may be used for (受托支付): it is paid to a named supplier against a document, and the borrower never holds the money.
 *
 * @param supplier an opaque reference
 * @param document the order or invoice that the money is for
 */
public record PurposeBinding(String supplier, String document) {}
