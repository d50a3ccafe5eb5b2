package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.boot.WithoutLedger;
import io.fenlu.ledger.rehearsal.PaperFault;
import io.fenlu.ledger.rehearsal.Rehearsal;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lays out a loan from files, without a ledger. */
@Component
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = {
            "Lay out a loan: its schedule, what each event healed, balances, lateness and annual cost, as JSON.",
            "Needs no ledger and writes none. docs/schedule.md tells the form of both files and of the answer.",
            "Ends with 0, or with 2 and one line that names the place in the file that cannot be used."
        })
final class Schedule implements Callable<Integer>, WithoutLedger {
    @Option(
            names = "--terms",
            required = true,
            paramLabel = "FILE.json",
            converter = ReadableFile.class,
            description = "the loan and the rules it was agreed under")
    private @Nullable Path terms;

    @Option(
            names = "--events",
            paramLabel = "FILE.json",
            converter = ReadableFile.class,
            description = "what happened to it, in the order in which it was learned")
    private @Nullable Path events;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day at whose end one looks (default: the day of the last event)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            description = "leave out what was learned later (default: all is known)")
    private @Nullable LocalDate knownAt;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (terms == null || spec == null) {
            throw new BadSetup("which terms?");
        }
        var out = spec.commandLine().getOut();
        out.println(answer(terms));
        out.flush();
        return 0;
    }

    private String answer(Path file) throws IOException {
        var agreed = text(file);
        var happened = events == null ? null : text(events);
        try {
            return Rehearsal.answer(agreed, happened, asOf, knownAt);
        } catch (PaperFault fault) {
            var inEvents = events != null && fault.path().startsWith("events");
            throw new BadSetup((inEvents ? events : file) + ": " + fault.line());
        }
    }

    private static String text(Path file) throws IOException {
        try {
            var text = Files.readString(file);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (MalformedInputException _) {
            throw new BadSetup(file + ": the file is not UTF-8");
        }
    }
}
