package io.fenlu.ledger.interest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The published indices that come with the ledger; the days on which their values changed. */
public final class Indices {
    private static final List<String> LINES = lines();

    /** 一年期贷款市场报价利率 */
    public static final IndexHistory LPR_1Y = history("LPR-1Y", 1);

    /** 五年期以上贷款市场报价利率 */
    public static final IndexHistory LPR_5Y = history("LPR-5Y", 2);

    private Indices() {}

    public static Optional<IndexHistory> find(String code) {
        return List.of(LPR_1Y, LPR_5Y).stream()
                .filter(index -> index.code().equals(code))
                .findFirst();
    }

    private static IndexHistory history(String code, int column) {
        var values = new ArrayList<RateFrom>();
        for (var line : LINES) {
            var cells = line.split(",", -1);
            values.add(new RateFrom(LocalDate.parse(cells[0]), Rate.annual(cells[column])));
        }
        return new IndexHistory(code, values);
    }

    private static List<String> lines() {
        try (var in = Indices.class.getResourceAsStream("lpr.csv")) {
            if (in == null) {
                throw new IllegalStateException("the file of the index is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
