package io.fenlu.ledger.small;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.bank.Payouts;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.creditline.CreditLineState;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.process.Answer;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Courier;
import io.fenlu.ledger.process.ParkedReaction;
import io.fenlu.ledger.process.ParkedReactions;
import io.fenlu.ledger.process.drawdown.DrawdownProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger on one database that can be closed and opened again. */
public final class SmallLedger implements AutoCloseable {
    public static final CreditLineId LINE = new CreditLineId(new UUID(7, 7));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Map<String, String> QUICK = Map.ofEntries(
            Map.entry("axon.axonserver.enabled", "false"),
            Map.entry("axon.timeout.enabled", "false"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("ledger.processes.segments", "4"),
            Map.entry("ledger.processes.retry-every", "100ms"),
            Map.entry("ledger.processes.answer-within", "3s"),
            Map.entry("ledger.bank.ask-every", "50ms"),
            Map.entry("ledger.bank.first-wait", "50ms"),
            Map.entry("ledger.bank.longest-wait", "300ms"),
            Map.entry("ledger.bank.answer-within", "2s"));

    private final ConfigurableApplicationContext spring;
    private final Door door;
    private static volatile @Nullable SmallLedger opened;

    private SmallLedger(ConfigurableApplicationContext spring) {
        this.spring = spring;
        this.door = new Door((order, key) -> send(order, key) instanceof Answer.Done);
        opened = this;
    }

    /** Opens a ledger on an H2 file in a directory, with settings such as {@code ledger.bank.url=…}. */
    public static SmallLedger open(Path directory, String... settings) {
        return open(SmallDatabase.H2.create(directory), settings);
    }

    /** Opens a ledger on a database. */
    public static SmallLedger open(String database, String... settings) {
        var all = new LinkedHashMap<>(QUICK);
        all.put("test.database", database);
        for (var setting : settings) {
            all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        var arguments = all.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        return new SmallLedger(new SpringApplicationBuilder(SmallApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new)));
    }

    /** Where a bank calls back. */
    public URI doorUrl() {
        return door.url();
    }

    public int callsAtTheDoor() {
        return door.calls();
    }

    public Answer send(Order order, String request) {
        return bean(Courier.class).carry(order, new Cause("test", order.subject(), request, "test"));
    }

    public void openLine(String limit) {
        demand(new OpenCreditLine(LINE, new BorrowerId("b-1"), Sample.cny(limit), Sample.JANUARY_5), "line");
    }

    public LoanId draw(String name, String amount, PayoutInstruction payout) {
        var loan = new LoanId(Cause.uuid8("test", name));
        demand(new RequestLoan(loan, LINE, Sample.agreement(amount), payout, Sample.JANUARY_5), "draw-" + name);
        return loan;
    }

    public void repay(LoanId loan, String name, String amount, LocalDate on) {
        var repayment = new RepaymentId(Cause.uuid8("test", name));
        demand(new RecordRepayment(loan, repayment, Sample.cny(amount), on), "repay-" + name);
    }

    private void demand(Order order, String request) {
        assertThat(send(order, request)).isEqualTo(new Answer.Done());
    }

    /** Makes a kind of order fail, or work again. */
    public void fail(Class<? extends Order> kind, boolean fails) {
        bean(Deciding.class).fail(kind, fails);
    }

    /** Makes a kind of order take its time. */
    public void slow(Class<? extends Order> kind) {
        bean(Deciding.class).slow(kind);
    }

    public CreditLineState.Open line() {
        return (CreditLineState.Open) state(new CreditLineDecider(), CreditLineEvent.class, LINE.value());
    }

    public LoanState loan(LoanId loan) {
        return state(new LoanDecider(), LoanEvent.class, loan.value());
    }

    /** Everything that happened to one thing. */
    public List<? extends DomainEventMessage<?>> history(UUID id) {
        return bean(EventStore.class).readEvents(id.toString()).asStream().toList();
    }

    public List<Fact> facts(UUID id) {
        return history(id).stream().map(message -> (Fact) message.getPayload()).toList();
    }

    public List<Fact> disbursementFacts(LoanId loan) {
        return facts(DrawdownProcess.disbursementOf(loan).value());
    }

    private <S, E extends Fact> S state(Decider<S, ?, E> decider, Class<E> facts, UUID id) {
        var state = decider.initial();
        for (var fact : facts(id)) {
            state = decider.evolve(state, facts.cast(fact));
        }
        return state;
    }

    public List<ParkedReaction> parked() {
        return bean(ParkedReactions.class).open();
    }

    public long payoutsWaiting() {
        return bean(Payouts.class).count();
    }

    public long sagas() {
        return bean(JdbcClient.class)
                .sql("select count(*) from SagaEntry")
                .query(Long.class)
                .single();
    }

    public long reminders() {
        return bean(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single();
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    /** Waits; when in vain, says how the ledger opened last stands. */
    public static void until(String what, Callable<Boolean> condition) {
        try {
            patiently(what, condition);
        } catch (ConditionTimeoutException inVain) {
            throw new AssertionError(what + ": in vain. " + standingOfTheLast(), inVain);
        }
    }

    private static String standingOfTheLast() {
        var last = opened;
        return last == null ? "" : last.standing();
    }

    private String standing() {
        var told = new StringBuilder();
        for (var table : List.of("parked_reaction", "payout", "SagaEntry", "TokenEntry")) {
            told.append("\n").append(table).append(": ");
            told.append(
                    bean(JdbcClient.class).sql("select * from " + table).query().listOfRows());
        }
        return told + "\n" + state(new CreditLineDecider(), CreditLineEvent.class, LINE.value()) + "\nnow "
                + Instant.now();
    }

    private static void patiently(String what, Callable<Boolean> condition) {
        await(what)
                .ignoreExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    @Override
    public void close() {
        door.close();
        spring.close();
    }
}
