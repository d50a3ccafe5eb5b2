package io.fenlu.ledger.eventstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    private static final class SlowFile extends WrappedFile {
        SlowFile(FileChannel file) {
            super(file);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            hesitate();
            return super.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            hesitate();
            return super.write(source);
        }

        private static void hesitate() throws IOException {
            try {
                Thread.sleep(millisPerWrite);
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }
}
