package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBase;
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

    private static final class RecordedFile extends FileBase {
        private final FileChannel file;

        RecordedFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            var written = file.write(source, position);
            note(new Written(position, bytes));
            return written;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            var position = file.position();
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            var written = file.write(source);
            note(new Written(position, bytes));
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            note(new CutOff(size));
            return this;
        }

        @Override
        public void force(boolean metadataToo) throws IOException {
            note(new ForceBegun());
            file.force(metadataToo);
            note(new Forced());
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
