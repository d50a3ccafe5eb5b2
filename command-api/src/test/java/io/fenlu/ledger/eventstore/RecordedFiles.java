package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2, named {@code recorded:PATH}; whatever is done to them can be told afterwards, in its order. */
public final class RecordedFiles extends FilePathWrapper {
    static final String SCHEME = "recorded";

    private static final List<Change> CHANGES = new ArrayList<>();

    /** Something that was done to a file, or that a test notes between. */
    sealed interface Change {}

    /** Bytes were written. */
    record Written(long at, byte[] bytes) implements Change {}

    /** The file was cut off. */
    record CutOff(long size) implements Change {}

    /** The disk was asked to keep what was done before. */
    record ForceBegun() implements Change {}

    /** What was done before the last {@link ForceBegun} is kept. */
    record Forced() implements Change {}

    /** What was committed up to a version of the store, and so many lines, was promised to be kept. */
    record Promised(long version, long lines) implements Change {}

    static void register() {
        FilePath.register(new RecordedFiles());
    }

    /** Begins a new record. */
    static void forget() {
        synchronized (CHANGES) {
            CHANGES.clear();
        }
    }

    static void note(Change change) {
        synchronized (CHANGES) {
            CHANGES.add(change);
        }
    }

    static List<Change> changes() {
        synchronized (CHANGES) {
            return List.copyOf(CHANGES);
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new RecordedFile(getBase().open(mode));
    }

    private static final class RecordedFile extends WrappedFile {
        RecordedFile(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            var written = super.write(source, position);
            note(new Written(position, bytes));
            return written;
        }

        /** H2 says where, always. */
        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException("where this is written is not known");
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            super.truncate(size);
            note(new CutOff(size));
            return this;
        }

        @Override
        public void force(boolean metadataToo) throws IOException {
            note(new ForceBegun());
            super.force(metadataToo);
            note(new Forced());
        }
    }
}
