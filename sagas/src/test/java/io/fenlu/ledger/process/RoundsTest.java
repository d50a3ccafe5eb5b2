package io.fenlu.ledger.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration NEVER = Duration.ofMinutes(10);

    @RepeatedTest(200)
    void the_first_round_is_always_gone() throws InterruptedException {
        var gone = new CountDownLatch(1);
        var rounds = new Rounds("test", NEVER, gone::countDown);
        rounds.start();
        assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
    }

    @Test
    void who_is_called_goes_at_once_and_a_round_that_fails_is_not_the_last() throws InterruptedException {
        var gone = new CountDownLatch(3);
        var rounds = new Rounds("test", NEVER, () -> {
            gone.countDown();
            throw new IllegalStateException("the bank is on fire");
        });
        rounds.start();
        while (gone.getCount() > 0) {
            rounds.call();
            Thread.sleep(5);
        }
        rounds.stop();
        assertThat(gone.getCount()).isZero();
    }

    @Test
    void nobody_goes_after_the_end() throws InterruptedException {
        var count = new AtomicInteger();
        var rounds = new Rounds("test", Duration.ofMillis(1), count::incrementAndGet);
        rounds.start();
        rounds.stop();
        var then = count.get();
        Thread.sleep(20);
        assertThat(count.get()).isEqualTo(then);
    }
}
