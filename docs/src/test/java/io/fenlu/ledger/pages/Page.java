package io.fenlu.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.house.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of {@code docs} that is generated from the code and kept in git. */
record Page(String name) {
    /** The page as it stands must be what the code says; {@code -Dpages=write} writes it instead. */
    void mustBe(String content) {
        var path = docs().resolve(name);
        try {
            if ("write".equals(System.getProperty("pages"))) {
                Files.writeString(path, content);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as(
                            "docs/%s says what the code says (mvn -pl docs -am verify -Dpages=write brings it up to"
                                    + " date)",
                            name)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path docs() {
        return root().resolve("docs");
    }

    static Path root() {
        return Repository.root();
    }
}
