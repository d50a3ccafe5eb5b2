package io.fenlu.ledger.view;

import static org.jooq.impl.DSL.name;

import io.fenlu.ledger.view.sql.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.SettingsTools;
import org.jspecify.annotations.Nullable;

/**
 * Where sets of view tables live: each in a schema of its own in the database of the ledger, made by the same migrations.
 *
 * <p>Whatever is in them can be made again from the journal, so a schema may be dropped at any time while nobody reads.
 */
public final class ViewSchemas {
    /** The set that questions are answered from. */
    public static final String LIVE = "views";

    /** The set that is made again beside it. */
    public static final String REBUILT = "views_rebuilt";

    private static final String RETIRED = "views_retired";

    private final DataSource database;
    private final DSLContext sql;

    /** Sets of views in a database. */
    public ViewSchemas(DataSource database, DSLContext sql) {
        this.database = database;
        this.sql = sql;
    }

    /** The set of this name, made or brought up to date if need be. */
    public ViewTables open(String schema) {
        var folder = sql.family().name().toLowerCase(Locale.ROOT);
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/views/common", "classpath:db/views/" + folder)
                .failOnMissingLocations(true)
                .schemas(inCatalogue(schema))
                .table("view_migration")
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException _) {
            flyway.repair();
            flyway.migrate();
        }
        return new ViewTables(schema, scoped(schema));
    }

    /** Forgets the set of this name. */
    public void drop(String schema) {
        sql.dropSchemaIfExists(name(inCatalogue(schema))).cascade().execute();
    }

    /** Puts the rebuilt set in the place of the live one. Nobody may read or write meanwhile. */
    public void replaceLive() {
        drop(RETIRED);
        sql.alterSchema(name(inCatalogue(LIVE)))
                .renameTo(name(inCatalogue(RETIRED)))
                .execute();
        sql.alterSchema(name(inCatalogue(REBUILT)))
                .renameTo(name(inCatalogue(LIVE)))
                .execute();
        drop(RETIRED);
    }

    /**
     * The live set as it is now, whatever others write into it meanwhile; to be closed soon.
     *
     * <p>An embedded database is open in one process only, and who asks this has let its readers pause: there it is the live set itself.
     */
    public Still still() {
        if (sql.family() != SQLDialect.POSTGRES) {
            return new Still(new ViewTables(LIVE, scoped(LIVE)), null);
        }
        try {
            var connection = database.getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return new Still(
                    new ViewTables(
                            LIVE,
                            scoped(LIVE).configuration().derive(connection).dsl()),
                    connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }

    /** A set of views that stands still while it is looked at. */
    public record Still(ViewTables tables, @Nullable Connection connection) implements AutoCloseable {
        @Override
        public void close() {
            if (connection != null) {
                try (connection) {
                    connection.rollback();
                } catch (SQLException failure) {
                    throw new IllegalStateException("the database does not answer", failure);
                }
            }
        }
    }

    private DSLContext scoped(String schema) {
        var settings = SettingsTools.clone(sql.settings())
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema()
                                .withInput(Views.VIEWS.getName())
                                .withOutput(schema)));
        return sql.configuration().derive(settings).dsl();
    }

    /** Unquoted names are upper case in one catalogue and lower case in another. */
    private String inCatalogue(String schema) {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().storesUpperCaseIdentifiers() ? schema.toUpperCase(Locale.ROOT) : schema;
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }
}
