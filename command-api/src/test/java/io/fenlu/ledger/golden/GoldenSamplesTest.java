package io.fenlu.ledger.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GoldenSamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/golden");
    private static final JsonMapper STORED = LedgerJson.mapper();

    @Test
    void every_fact_has_a_golden_sample_that_is_read_and_written_the_same_way() throws IOException {
        for (var sample : firstOfEachKind().entrySet()) {
            var file = SAMPLES.resolve(sample.getKey() + ".json");
            if ("write".equals(System.getProperty("golden")) && !Files.exists(file)) {
                Files.writeString(file, STORED.writeValueAsString(sample.getValue()) + "\n");
            }
            var golden = Files.readString(file).strip();
            var read = STORED.readValue(golden, sample.getValue().getClass());
            assertThat(read).as(sample.getKey()).isEqualTo(sample.getValue());
            assertThat(STORED.writeValueAsString(read)).as(sample.getKey()).isEqualTo(golden);
        }
    }

    @Test
    void there_is_a_sample_of_every_stored_name_and_revision_and_none_of_anything_else() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            var kept = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(kept).isEqualTo(storedNames());
        }
        assertThat(firstOfEachKind().keySet()).isEqualTo(storedNames());
    }

    private static Map<String, Fact> firstOfEachKind() {
        var samples = new HashMap<String, Fact>();
        SampleFacts.all().forEach(fact -> samples.putIfAbsent(name(fact.getClass()), fact));
        return samples;
    }

    private static TreeSet<String> storedNames() {
        return Stream.of(List.of(
                        CreditLineEvent.class,
                        LoanEvent.class,
                        DisbursementEvent.class,
                        AccountEvent.class,
                        MerchantEvent.class,
                        SigningKeyEvent.class))
                .flatMap(List::stream)
                .flatMap(GoldenSamplesTest::leaves)
                .map(GoldenSamplesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The records of a sealed family, also of families inside it. */
    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(GoldenSamplesTest::leaves)
                : Stream.of(family);
    }

    private static String name(Class<?> fact) {
        var stored = Objects.requireNonNull(fact.getAnnotation(StoredAs.class), fact.getName());
        return stored.name() + "." + stored.revision();
    }
}
