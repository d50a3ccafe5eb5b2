package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.JournalStore;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings a database up to date: each owner of tables has a folder of its own, and in it what is common and what a kind of database needs.
 *
 * <p>An embedded database commits each statement of a script by itself. Whoever is killed between two of them begins the script again:
 * each can be run over what it left half done.
 */
final class Migrations {
    private Migrations() {}

    static void run(DataSource database, JournalStore kind, List<String> owners) {
        var vendor = kind.name().toLowerCase(Locale.ROOT);
        for (var owner : owners) {
            var locations = List.of("common", vendor).stream()
                    .map(folder -> "db/migration/" + owner + "/" + folder)
                    .filter(Migrations::exist)
                    .map(folder -> "classpath:" + folder)
                    .toArray(String[]::new);
            if (locations.length > 0) {
                var flyway = Flyway.configure()
                        .dataSource(database)
                        .locations(locations)
                        .placeholders(types(kind))
                        .table("flyway_" + owner)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load();
                migrate(flyway);
            }
        }
    }

    /** A script that failed once, for want of room on the disk for example, is remembered as failed: that is forgotten, and it is tried again. */
    private static void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException _) {
            flyway.repair();
            flyway.migrate();
        }
    }

    /** What databases call differently. */
    private static Map<String, String> types(JournalStore kind) {
        return switch (kind) {
            case H2 -> Map.of("hash", "binary(32)", "text", "character large object");
            case POSTGRES -> Map.of("hash", "bytea", "text", "text");
        };
    }

    private static boolean exist(String folder) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.sql").length > 0;
        } catch (IOException failure) {
            throw new BadSetup("cannot look for migrations in " + folder, failure);
        }
    }
}
