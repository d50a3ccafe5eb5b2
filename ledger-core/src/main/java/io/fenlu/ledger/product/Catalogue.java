package io.fenlu.ledger.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The products on offer, one row each. */
public final class Catalogue {
    private static final List<ProductTerms> ROWS = Stream.concat(
                    Stream.of(
                            CashLoan.EQUAL_INSTALMENT,
                            CashLoan.EQUAL_PRINCIPAL,
                            CashLoan.INTEREST_THEN_PRINCIPAL,
                            CashLoan.OPEN_ENDED,
                            MarketplaceLoan.FIXED_RATE),
                    MerchantLoan.rows().stream())
            .toList();

    private Catalogue() {}

    public static List<ProductTerms> rows() {
        return ROWS;
    }

    public static Optional<ProductTerms> find(ProductCode code) {
        return ROWS.stream().filter(row -> row.product().equals(code)).findFirst();
    }
}
