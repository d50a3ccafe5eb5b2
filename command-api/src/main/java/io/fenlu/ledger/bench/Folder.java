package io.fenlu.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where stores and findings are put. */
final class Folder {
    private Folder() {}

    /** A new directory, below the given one or where temporary files are. */
    static Path below(@Nullable Path directory) throws IOException {
        return directory == null
                ? Files.createTempDirectory("fenlu-bench")
                : Files.createTempDirectory(Files.createDirectories(directory), "fenlu-bench");
    }

    static void write(@Nullable Path file, Map<String, Object> figures) throws IOException {
        if (file != null) {
            var all = new LinkedHashMap<>(figures);
            all.put("measured_at", Instant.now().toString());
            Files.writeString(file, indented(all) + "\n");
        }
    }

    static String indented(Map<String, Object> figures) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(figures);
    }
}
