package io.fenlu.ledger.notary;

import io.fenlu.ledger.boot.LedgerApplication;
import io.fenlu.ledger.creditline.CreditLineEvent.CreditLineOpened;
import io.fenlu.ledger.eventstore.LedgerEventStorageEngine;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole ledger without doors, into which a test writes lines. */
final class SignedLedger implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private SignedLedger(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static SignedLedger in(Path directory, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--ledger.data=" + directory);
        all.add("--ledger.processes.enabled=false");
        return new SignedLedger(new SpringApplicationBuilder(LedgerApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new)));
    }

    /** Opens so many credit lines at once. */
    void write(int lines) {
        part(LedgerEventStorageEngine.class)
                .appendEvents(IntStream.range(0, lines)
                        .<EventMessage<?>>mapToObj(_ -> opened(UUID.randomUUID()))
                        .toList());
    }

    private static EventMessage<?> opened(UUID line) {
        return new GenericDomainEventMessage<>(
                "CreditLine",
                line.toString(),
                0,
                new CreditLineOpened(
                        new CreditLineId(line),
                        new BorrowerId("borrower-1"),
                        Money.of("100.00", Currency.CNY),
                        LocalDate.of(2026, 1, 5)));
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
