package io.fenlu.ledger.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the newest facts only to notice that they are there, and rings whoever wants to know; facts that come close together ring once.
 *
 * <p>It rings now and then without a reason, so that a ring nobody heard delays a reader by no more than that.
 */
final class Bell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final Duration WITHOUT_REASON = Duration.ofMillis(500);
    private static final Duration BETWEEN_RINGS = Duration.ofMillis(5);

    private final Supplier<TrackingEventStream> newest;
    private final Map<Object, Runnable> readers = new ConcurrentHashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile @Nullable Thread ringer;

    Bell(Supplier<TrackingEventStream> newest) {
        this.newest = newest;
    }

    /** Rings for a reader from now on. */
    void ring(Object reader, Runnable callback) {
        readers.put(reader, callback);
        if (started.compareAndSet(false, true)) {
            ringer = Thread.ofPlatform().daemon().name("journal-bell").start(this::listen);
        }
    }

    void forget(Object reader) {
        readers.remove(reader);
    }

    @Override
    public void close() {
        var listening = ringer;
        if (listening != null) {
            listening.interrupt();
        }
    }

    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var stream = newest.get()) {
                while (true) {
                    stream.hasNextAvailable((int) WITHOUT_REASON.toMillis(), TimeUnit.MILLISECONDS);
                    while (stream.hasNextAvailable()) {
                        stream.nextAvailable();
                    }
                    readers.values().forEach(Runnable::run);
                    Thread.sleep(BETWEEN_RINGS);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failed) {
                LOG.warn("The journal's bell starts anew; until then readers look by themselves", failed);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(WITHOUT_REASON);
            readers.values().forEach(Runnable::run);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
