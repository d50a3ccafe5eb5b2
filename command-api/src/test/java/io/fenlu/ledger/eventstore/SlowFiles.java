package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2, named {@code slow:PATH}, into which it takes a while to write; reading is as quick as ever. */
public final class SlowFiles extends FilePathWrapper {
    static final String SCHEME = "slow";

    private static volatile long millisPerWrite;

    static void register() {
        FilePath.register(new SlowFiles());
    }

    static void writeIn(long millis) {
        millisPerWrite = millis;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SlowFile(getBase().open(mode));
    }

    private static final class SlowFile extends FileBase {
        private final FileChannel file;

        SlowFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            hesitate();
            return file.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            hesitate();
            return file.write(source);
        }

        private static void hesitate() throws IOException {
            try {
                Thread.sleep(millisPerWrite);
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
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
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metadataToo) throws IOException {
            file.force(metadataToo);
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
