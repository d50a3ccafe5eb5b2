package io.fenlu.ledger.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The program: {@code fenlu serve} (or nothing at all) opens the doors, every other word does one thing and ends.
 *
 * <p>Ends with 0 when all is done, 1 when a check failed, 2 when it was asked for something that makes no sense; then one line on the
 * error output says what. Options with a dot in their name and a value, such as {@code --server.port=9000} or
 * {@code --spring.profiles.active=axonserver}, are settings of the application and are understood everywhere.
 */
@Command(
        name = "fenlu",
        description = "An event-sourced lending ledger.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]")
public final class Fenlu {
    private static final Pattern SETTING = Pattern.compile("--[\\w-]+(\\.[\\w\\[\\]-]+)+=.*", Pattern.DOTALL);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "ledger-data",
            scope = ScopeType.INHERIT,
            description = "where the ledger is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("ledger-data");

    Path data() {
        return data;
    }

    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var exit = run(arguments);
        if (exit != Serve.STAYS) {
            System.exit(exit);
        }
    }

    /** Does what the words say and returns the exit code, or {@link Serve#STAYS} when the doors are open. */
    static int run(String... arguments) {
        var settings = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (var argument : List.of(arguments)) {
            (SETTING.matcher(argument).matches() ? settings : words).add(argument);
        }
        return new Dispatcher(settings).run(words);
    }

    static String[] with(List<String> settings, Path data) {
        if (data.toString().isBlank()) {
            throw new BadSetup("the data directory has no name");
        }
        var all = new ArrayList<>(settings);
        all.add("--ledger.data=" + data);
        return all.toArray(String[]::new);
    }

    static boolean isTop(Class<?> type) {
        return Arrays.asList(Fenlu.class, Serve.class).contains(type);
    }
}
