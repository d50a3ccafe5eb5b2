package io.fenlu.ledger.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.eventstore.TimeOrderedIds;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanCommand.RecordRepayment;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanCommand.ReverseEntry;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanStanding;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.CashLoan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A loan with hundreds of entries, of which only the latest are kept at hand. */
class LongLifeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private final LoanId loan = new LoanId(UUID.randomUUID());
    private static final Money PAID = Money.of("1.25", Currency.CNY);
    private static final LoanDecider DECIDER = new LoanDecider();

    @TempDir
    private static Path data = Path.of("");

    private RunningLedger ledger = RunningLedger.in(data.resolve(loan.toString()), "--ledger.events-per-snapshot=60");
    private final ArrayList<UUID> requests = new ArrayList<>();
    private final ArrayList<RecordRepayment> repayments = new ArrayList<>();

    @BeforeEach
    void a_loan_paid_back_in_two_hundred_small_pieces() {
        send(
                UUID.randomUUID(),
                new RequestLoan(
                        loan,
                        new CreditLineId(UUID.randomUUID()),
                        new LoanAgreement(
                                CashLoan.OPEN_ENDED,
                                Money.of("10000.00", Currency.CNY),
                                Rate.annual("0.072"),
                                0,
                                null,
                                FundingShares.whole(new LenderId("lender"))),
                        new PayoutInstruction(PayoutChannel.ALREADY_PAID, "account"),
                        DAY));
        send(UUID.randomUUID(), new OpenLoan(loan, new BorrowerId("borrower"), DAY));
        send(UUID.randomUUID(), new ConfirmPayout(loan, new DisbursementId(UUID.randomUUID()), DAY));
        for (var k = 0; k < 200; k++) {
            var repayment = repayment(DAY.plusDays(1 + k / 8));
            var request = UUID.randomUUID();
            send(request, repayment);
            requests.add(request);
            repayments.add(repayment);
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void it_answers_as_one_that_has_its_whole_history_at_hand() {
        await().until(this::hasPicture);
        ledger.part(Cache.class).removeAll();

        assertThat(send(requests.getFirst(), repayments.getFirst()).repeats()).hasValue(3);
        assertThat(send(requests.get(150), repayments.get(150)).repeats()).hasValue(153);
        assertThat(send(UUID.randomUUID(), repayments.get(20)).recorded())
                .as("known already")
                .isEmpty();

        assertThat(send(UUID.randomUUID(), repayment(DAY.plusDays(5))).fact(HistoryCorrected.class))
                .as("learned late, behind what is at hand")
                .isPresent();
        var third = new EntryId(repayments.get(3).repaymentId().value());
        assertThat(send(
                                UUID.randomUUID(),
                                new ReverseEntry(
                                        loan,
                                        new LoanEntry.Reversal(
                                                new EntryId(UUID.randomUUID()), third, "bounced", DAY.plusDays(30))))
                        .recorded())
                .isNotEmpty();

        ledger.part(Cache.class).removeAll();
        var last = send(UUID.randomUUID(), repayment(DAY.plusDays(31)))
                .fact(RepaymentReceived.class)
                .orElseThrow();
        assertThat(LoanStanding.of((LoanState.Active) livedThrough(), DAY.plusDays(31))
                        .balances())
                .isEqualTo(last.balances());
    }

    @Test
    void a_picture_taken_while_many_pay_shows_each_payment_once() {
        var paid = new ConcurrentHashMap<UUID, RecordRepayment>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < 16; client++) {
                clients.execute(() -> {
                    for (var k = 0; k < 15; k++) {
                        var repayment = repayment(DAY.plusDays(26));
                        var request = UUID.randomUUID();
                        send(request, repayment);
                        paid.put(request, repayment);
                    }
                });
            }
        }
        assertThat(paid).hasSize(240);
        await().until(() -> pictured() > 400);
        ledger.part(Cache.class).removeAll();

        assertThat(paid)
                .allSatisfy((request, repayment) ->
                        assertThat(send(request, repayment).repeats()).isPresent());
        var last = send(UUID.randomUUID(), repayment(DAY.plusDays(31)))
                .fact(RepaymentReceived.class)
                .orElseThrow();
        assertThat(LoanStanding.of((LoanState.Active) livedThrough(), DAY.plusDays(31))
                        .balances())
                .isEqualTo(last.balances());
    }

    @Test
    void a_picture_of_another_release_is_not_looked_at() {
        await().until(this::hasPicture);
        journal().sql("update ledger_snapshot set revision = '1', hash = hash").update();
        ledger.part(Cache.class).removeAll();

        assertThat(send(requests.getFirst(), repayments.getFirst()).repeats()).hasValue(3);
    }

    private LoanState livedThrough() {
        var state = DECIDER.initial();
        var history = ledger.part(EventStore.class).readEvents(loan.toString(), 0);
        while (history.hasNext()) {
            state = DECIDER.evolve(state, (LoanEvent) history.next().getPayload());
        }
        return state;
    }

    private RecordRepayment repayment(LocalDate on) {
        return new RecordRepayment(loan, new RepaymentId(TimeOrderedIds.next()), PAID, on);
    }

    private Receipt send(UUID request, LoanCommand order) {
        var half = "%016x%016x".formatted(request.getMostSignificantBits(), request.getLeastSignificantBits());
        return ledger.part(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(
                        order,
                        MetaData.with("request_id", request.toString()).and("request_fingerprint", half + half)));
    }

    private boolean hasPicture() {
        return pictured() > 0;
    }

    /** Up to which of its facts the loan is pictured. */
    private long pictured() {
        return journal()
                .sql("select coalesce(max(sequence), 0) from ledger_snapshot")
                .query(Long.class)
                .single();
    }

    private JdbcClient journal() {
        return JdbcClient.create(ledger.part("journal", DataSource.class));
    }
}
