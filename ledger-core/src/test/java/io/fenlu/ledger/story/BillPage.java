package io.fenlu.ledger.story;

import io.fenlu.ledger.account.Bill;
import io.fenlu.ledger.account.BillLine;
import io.fenlu.ledger.money.Money;
import java.util.Locale;

/** A bill as a shopper could read it. */
final class BillPage {
    private BillPage() {}

    static String of(Bill bill) {
        var page = new StringBuilder();
        page.append("## Bill ").append(bill.number()).append(" of ").append(bill.billedOn());
        page.append(bill.transition() ? " (transition)\n\n" : "\n\n");
        page.append("From ").append(bill.from()).append(", to be paid by ").append(bill.dueOn());
        page.append("; ")
                .append(bill.brand())
                .append(", lent by ")
                .append(bill.lenderOfRecord())
                .append(".\n\n");
        page.append("| on | what | of | amount |\n|---|---|---|---:|\n");
        row(page, "", "opening balance", "", bill.totals().opening());
        for (var adjustment : bill.adjustments()) {
            row(
                    page,
                    "",
                    "adjustment of bill " + adjustment.bill() + ": " + words(adjustment.kind()),
                    name(adjustment.because().value().getLeastSignificantBits()),
                    adjustment.amount());
        }
        for (var line : bill.lines()) {
            row(page, line.on().toString(), words(line.kind()), of(line), line.amount());
        }
        row(page, "", "**closing balance**", "", bill.totals().closing());
        var minimum = bill.minimum();
        page.append("\nLeast payment ").append(minimum.total().amount());
        page.append(" = purchases ").append(minimum.revolving().amount());
        page.append(" + instalments ").append(minimum.instalments().amount());
        page.append(" + unpaid earlier ").append(minimum.earlier().amount());
        page.append(" + over the limit ").append(minimum.overLimit().amount());
        page.append(" + fees and interest ").append(minimum.charges().amount());
        page.append(". Periods still to come: ").append(bill.undue().amount()).append(".\n");
        return page.toString();
    }

    private static void row(StringBuilder page, String on, String what, String of, Money amount) {
        page.append("| ").append(on).append(" | ").append(what).append(" | ").append(of);
        page.append(" | ").append(amount.amount()).append(" |\n");
    }

    private static String of(BillLine line) {
        var entry = line.entry() == null ? "" : name(line.entry().value().getLeastSignificantBits());
        return line.text() == null ? entry : (entry + " " + line.text()).strip();
    }

    private static String name(long number) {
        return "#" + number;
    }

    private static String words(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
