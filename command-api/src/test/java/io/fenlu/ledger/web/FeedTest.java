package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.eventstore.LedgerEventStorageEngine;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FeedTest {
    private OpenLedger ledger;

    @BeforeEach
    void open(@TempDir Path directory) {
        ledger = OpenLedger.in(directory, "--ledger.feed-heartbeat=300ms", "--ledger.feed-followers=3");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Somebody who follows the feed on a connection of its own. */
    private final class Follower implements AutoCloseable {
        private final Socket socket;
        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean ended;

        Follower(@Nullable String lastEventId, boolean listens) throws IOException {
            socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", ledger.address().getPort()));
            socket.getOutputStream()
                    .write(("GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                    + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            if (listens) {
                Thread.startVirtualThread(this::listen);
            }
        }

        private void listen() {
            try (var lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard.add(line);
                }
            } catch (IOException _) {
                // the end of the feed
            }
            ended = true;
        }

        List<Long> positions() {
            synchronized (heard) {
                return heard.stream()
                        .filter(line -> line.startsWith("id: "))
                        .map(line -> Long.valueOf(line.substring(4)))
                        .toList();
            }
        }

        boolean heard(String start) {
            synchronized (heard) {
                return heard.stream().anyMatch(line -> line.startsWith(start));
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void write(int lines) {
        IntStream.range(0, lines).forEach(_ -> Samples.openLine(ledger, "100.00"));
    }

    private static List<EventMessage<?>> openings(int lines) {
        return IntStream.range(0, lines)
                .<EventMessage<?>>mapToObj(_ -> {
                    var line = UUID.randomUUID();
                    var fact = new CreditLineOpened(
                            new CreditLineId(line),
                            new BorrowerId("borrower-1"),
                            Money.of("100.00", Currency.CNY),
                            Samples.DAY);
                    return new GenericDomainEventMessage<>("CreditLine", line.toString(), 0, fact);
                })
                .toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void a_follower_hears_what_was_and_then_each_new_line_once_and_in_order_and_resumes_where_it_stopped()
            throws Exception {
        write(4);
        try (var follower = new Follower(null, true)) {
            await().until(() -> follower.positions().equals(range(1, 5)));
            write(20);
            await().until(() -> follower.positions().equals(range(1, 25)));
            await().until(() -> follower.heard(": still here"));
        }
        try (var resumed = new Follower("20", true)) {
            await().until(() -> resumed.positions().equals(range(21, 25)));
            assertThat(resumed.heard("HTTP/1.1 200")).isTrue();
            assertThat(resumed.heard("data: {\"position\":21,")).isTrue();
        }
    }

    @Test
    void a_follower_that_does_not_listen_holds_up_nobody() throws Exception {
        try (var deaf = new Follower(null, false);
                var follower = new Follower(null, true)) {
            // more than the network holds on its own
            ledger.bean(LedgerEventStorageEngine.class).appendEvents(openings(8_000));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> follower.positions().size() == 8_001);
            assertThat(follower.positions()).isEqualTo(range(1, 8_001));
            assertThat(deaf.positions()).isEmpty();
        }
    }

    @Test
    void more_followers_than_there_are_places_are_asked_to_come_back_and_a_place_is_free_again_after_one_left()
            throws Exception {
        try (var one = new Follower(null, true);
                var two = new Follower(null, true)) {
            try (var three = new Follower(null, true)) {
                await().until(() -> one.heard(": ") && two.heard(": ") && three.heard(": "));
                var said = ledger.send(ledger.at("/events")
                        .header("Accept", "text/event-stream")
                        .build());
                assertThat(said.status()).isEqualTo(503);
                assertThat(said.code()).isEqualTo("FEED_FULL");
                assertThat(said.header("Retry-After")).isNotEmpty();
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                try (var next = new Follower(null, true)) {
                    await().until(() -> next.heard("HTTP/1.1"));
                    return next.heard("HTTP/1.1 200");
                }
            });
        }
    }

    @Test
    void who_only_asks_for_the_heads_of_the_feed_takes_no_place() throws Exception {
        for (var asked = 0; asked < 4; asked++) {
            var said = ledger.send(ledger.at("/events")
                    .header("Accept", "text/event-stream")
                    .HEAD()
                    .build());
            assertThat(said.status()).isEqualTo(200);
            assertThat(said.header("Content-Type")).startsWith("text/event-stream");
        }
        try (var follower = new Follower(null, true)) {
            await().until(() -> follower.heard("HTTP/1.1 200"));
        }
    }

    @Test
    void followers_are_let_go_when_the_ledger_closes() throws Exception {
        try (var follower = new Follower(null, true)) {
            await().until(() -> follower.heard(": "));
            var began = System.nanoTime();
            ledger.close();
            await().until(() -> follower.ended);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
