package io.fenlu.ledger.boot;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.objenesis.SpringObjenesis;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns words into a running command.
 *
 * <p>Words are understood before the ledger is opened, on command objects that are never run, so that a slip of the pen is answered at
 * once; then the ledger is opened and the same words are given to the real command, a Spring bean.
 */
final class Dispatcher {
    /** Commands that may make a ledger where there is none. */
    private static final Set<String> MAKERS = Set.of("import", "bench");

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final List<String> settings;
    private final List<Class<?>> contributed = ContributedCommands.onClassPath();
    private final SpringObjenesis blank = new SpringObjenesis();

    Dispatcher(List<String> settings) {
        this.settings = settings;
    }

    int run(List<String> words) {
        var fenlu = new Fenlu();
        var line = line(fenlu, this::unborn);
        try {
            var parsed = line.parseArgs(words.toArray(String[]::new));
            if (CommandLine.printHelpIfRequested(parsed)) {
                return DONE;
            }
            var chosen = innermost(parsed);
            if (Fenlu.isTop(chosen.commandSpec().userObject().getClass())) {
                return serve(fenlu);
            }
            if (chosen.commandSpec().userObject() instanceof OnJournalAlone alone) {
                return alone.run(new KeptJournal(fenlu.data(), settings), line.getOut());
            }
            requireRunnable(chosen);
            return chosen.commandSpec().userObject() instanceof WithoutLedger
                    ? runAlone(words)
                    : runContributed(fenlu, words);
        } catch (ParameterException misuse) {
            return misused(misuse);
        } catch (RuntimeException failure) {
            return StartFailure.sentence(failure).map(Dispatcher::misused).orElseThrow(() -> failure);
        }
    }

    private int serve(Fenlu fenlu) {
        application(WebApplicationType.SERVLET).run(Fenlu.with(settings, fenlu.data()));
        return Serve.STAYS;
    }

    /** What a command answers goes to the output, what the ledger logs meanwhile to the error output. */
    private int runContributed(Fenlu fenlu, List<String> words) {
        var answers = System.out;
        System.setOut(System.err);
        try (var ledger = application(WebApplicationType.NONE).run(settingsFor(words, fenlu))) {
            return execute(line(new Fenlu(), born(ledger)).setOut(new PrintWriter(answers, true)), words);
        } finally {
            System.setOut(answers);
        }
    }

    private int runAlone(List<String> words) {
        var answers = System.out;
        System.setOut(System.err);
        try {
            return execute(line(new Fenlu(), this::alone).setOut(new PrintWriter(answers, true)), words);
        } finally {
            System.setOut(answers);
        }
    }

    private static int execute(CommandLine line, List<String> words) {
        return line.setParameterExceptionHandler((misuse, _) -> misused(misuse))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
                .execute(words.toArray(String[]::new));
    }

    /** Whoever only looks must not make a ledger where there is none. */
    private String[] settingsFor(List<String> words, Fenlu fenlu) {
        var all = new ArrayList<>(settings);
        if (words.stream().noneMatch(MAKERS::contains)) {
            all.add("--ledger.must-exist=true");
        }
        return Fenlu.with(all, fenlu.data());
    }

    private static SpringApplicationBuilder application(WebApplicationType web) {
        return new SpringApplicationBuilder(LedgerApplication.class).web(web);
    }

    private CommandLine line(Fenlu fenlu, IFactory factory) {
        var line = new CommandLine(fenlu, factory).addSubcommand(new Serve());
        contributed.forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(Dispatcher::offerHelp);
        return line.registerConverter(LocalDate.class, new IsoDay());
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(Dispatcher::offerHelp);
    }

    private <T> T unborn(Class<T> type) throws Exception {
        return type.isInterface() || !ContributedCommands.isCommand(type) || OnJournalAlone.class.isAssignableFrom(type)
                ? CommandLine.defaultFactory().create(type)
                : blank.newInstance(type, false);
    }

    /** Commands that need no ledger are really made, all others are only names. */
    private <T> T alone(Class<T> type) throws Exception {
        return WithoutLedger.class.isAssignableFrom(type)
                ? CommandLine.defaultFactory().create(type)
                : unborn(type);
    }

    private static IFactory born(ConfigurableApplicationContext ledger) {
        return new IFactory() {
            @Override
            public <T> T create(Class<T> type) throws Exception {
                if (!ContributedCommands.isCommand(type)) {
                    return CommandLine.defaultFactory().create(type);
                }
                var bean = ledger.getBeanProvider(type).getIfAvailable();
                return bean == null ? ledger.getAutowireCapableBeanFactory().createBean(type) : bean;
            }
        };
    }

    private static ParseResult innermost(ParseResult parsed) {
        return parsed.hasSubcommand() ? innermost(parsed.subcommand()) : parsed;
    }

    private static void requireRunnable(ParseResult chosen) {
        var command = chosen.commandSpec().userObject();
        if (!(command instanceof Runnable) && !(command instanceof Callable)) {
            throw new ParameterException(
                    chosen.commandSpec().commandLine(),
                    "what to " + chosen.commandSpec().name() + "? one of: "
                            + String.join(
                                    ", ", chosen.commandSpec().subcommands().keySet()));
        }
    }

    private static int misused(ParameterException misuse) {
        var what = misuse instanceof UnmatchedArgumentException unmatched
                ? "does not understand " + String.join(" ", unmatched.getUnmatched())
                : String.valueOf(misuse.getMessage());
        return misused(
                what + " (try: " + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
    }

    private static int misused(String line) {
        System.err.println("fenlu: " + line.lines().findFirst().orElse(""));
        return MISUSED;
    }

    private static int failed(Exception failure) {
        var sentence = StartFailure.sentence(failure);
        if (sentence.isPresent()) {
            return misused(sentence.get());
        }
        org.slf4j.LoggerFactory.getLogger(Fenlu.class).error("the command failed", failure);
        System.err.println("fenlu: failed: " + failure);
        return FAILED;
    }
}
