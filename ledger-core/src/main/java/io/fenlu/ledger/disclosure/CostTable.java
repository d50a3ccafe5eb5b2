package io.fenlu.ledger.disclosure;

import io.fenlu.ledger.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The table of costs that a borrower confirms before signing (综合融资成本明示表). Nothing is charged that does not stand in it.
 *
 * <p>Source of its content: 个人贷款业务明示综合融资成本规定, in force 2026-08-01: principal; each item with method, standard and payee; the
 * annualised all-in cost under normal performance; contingent items; the statement that nothing else is charged.
 *
 * @param items in the order in which they were shown
 * @param annual the annualised cost by each method that was shown
 */
public record CostTable(Money principal, List<CostItem> items, List<AnnualCost> annual) {
    public CostTable {
        items = List.copyOf(items);
        annual = List.copyOf(annual);
    }

    /** Whether a charge of this name was disclosed. */
    public boolean discloses(String code) {
        return items.stream().anyMatch(item -> item.code().equals(code));
    }

    /**
     * The one text of which the hash is taken: lines ended by a line feed, in UTF-8, nothing but what the table says. A line names its kind
     * and then its fields, parted by tabs; a basis holds neither line feed nor tab, those being turned into spaces.
     */
    public String canonical() {
        var text = new StringBuilder("fenlu-cost-table\t1\n");
        line(text, "principal", principal.toString());
        for (var item : items) {
            var amount = item.amount();
            line(
                    text,
                    item.contingent() ? "contingent" : "item",
                    item.code(),
                    item.payee(),
                    item.basis(),
                    amount == null ? "-" : amount.toString());
        }
        for (var cost : annual) {
            line(text, "annual", cost.method().name(), cost.percent().toPlainString());
        }
        line(text, "nothing-else-is-charged");
        return text.toString();
    }

    /** SHA-256 of the canonical text, in lower-case hexadecimal. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonical().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }

    private static void line(StringBuilder text, String... cells) {
        for (int k = 0; k < cells.length; k++) {
            text.append(k == 0 ? "" : "\t").append(cells[k].replaceAll("[\\t\\n\\r]", " "));
        }
        text.append('\n');
    }
}
