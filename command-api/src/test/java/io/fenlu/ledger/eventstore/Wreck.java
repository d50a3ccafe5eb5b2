package io.fenlu.ledger.eventstore;

import io.fenlu.ledger.eventstore.RecordedFiles.Change;
import io.fenlu.ledger.eventstore.RecordedFiles.CutOff;
import io.fenlu.ledger.eventstore.RecordedFiles.ForceBegun;
import io.fenlu.ledger.eventstore.RecordedFiles.Forced;
import io.fenlu.ledger.eventstore.RecordedFiles.Promised;
import io.fenlu.ledger.eventstore.RecordedFiles.Written;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What is left of a recorded file when everything ends at some moment. */
final class Wreck {
    private static final int SECTOR = 4_096;
    private static final Promised NOTHING = new Promised(-1, 0);

    private final List<Change> kept;
    private final List<Change> underWay;
    private final Promised promised;

    private Wreck(List<Change> kept, List<Change> underWay, Promised promised) {
        this.kept = kept;
        this.underWay = underWay;
        this.promised = promised;
    }

    /** Ends after so many changes. */
    static Wreck after(int moment, List<Change> changes) {
        var begun = 0;
        var sure = 0;
        var promised = NOTHING;
        for (var at = 0; at < moment; at++) {
            switch (changes.get(at)) {
                case ForceBegun _ -> begun = at;
                case Forced _ -> sure = begun;
                case Promised more -> promised = more;
                case Written _, CutOff _ -> {}
            }
        }
        return new Wreck(changes.subList(0, sure), changes.subList(sure, moment), promised);
    }

    /** After each change that was made when something was promised already. */
    static List<Wreck> all(List<Change> changes) {
        return IntStream.rangeClosed(1, changes.size())
                .filter(moment ->
                        changes.get(moment - 1) instanceof Written || changes.get(moment - 1) instanceof CutOff)
                .mapToObj(moment -> after(moment, changes))
                .filter(wreck -> wreck.promised() != NOTHING)
                .toList();
    }

    /** Of what nothing may be missing. */
    Promised promised() {
        return promised;
    }

    @Override
    public String toString() {
        return (kept.size() + underWay.size()) + " changes, " + promised;
    }

    /** The process is killed: what it gave to the operating system is there, the last of it perhaps in part. */
    void killed(Path file, boolean half) throws IOException {
        var last = underWay.size() - 1;
        try (var channel = open(file)) {
            for (var change : kept) {
                apply(channel, change);
            }
            for (var at = 0; at <= last; at++) {
                apply(channel, at == last && half ? half(underWay.get(at)) : underWay.get(at));
            }
        }
    }

    /** The power fails: of what the disk was not yet asked to keep, anything may be there and anything not. */
    void withoutPower(Path file, Random random) throws IOException {
        try (var channel = open(file)) {
            for (var change : kept) {
                apply(channel, change);
            }
            var left = new ArrayList<>(underWay);
            left.removeIf(_ -> random.nextBoolean());
            for (var change : left) {
                apply(channel, random.nextInt(4) == 0 ? half(change) : change);
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    private static Change half(Change change) {
        return change instanceof Written(var at, var bytes) && bytes.length > SECTOR
                ? new Written(at, Arrays.copyOf(bytes, bytes.length / 2 / SECTOR * SECTOR))
                : change;
    }

    private static void apply(FileChannel file, Change change) throws IOException {
        switch (change) {
            case Written(var at, var bytes) -> {
                var source = ByteBuffer.wrap(bytes);
                while (source.hasRemaining()) {
                    file.write(source, at + source.position());
                }
            }
            case CutOff(var size) -> file.truncate(size);
            case ForceBegun _, Forced _, Promised _ -> {}
        }
    }
}
