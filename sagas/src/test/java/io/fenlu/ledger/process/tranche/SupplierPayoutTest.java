package io.fenlu.ledger.process.tranche;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.SmallLedger.LINE;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.bank.simulator.BankSimulator;
import io.fenlu.ledger.bank.simulator.SimulatedPayout;
import io.fenlu.ledger.books.DisbursementPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.books.LoanPostings;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.loan.LoanCommand.DrawTranche;
import io.fenlu.ledger.loan.LoanCommand.RequestLoan;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanHappening.DisbursementReturned;
import io.fenlu.ledger.loan.LoanState.Active;
import io.fenlu.ledger.loan.LoanState.Opened;
import io.fenlu.ledger.loan.PurposeBinding;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.process.Answer.Done;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.product.MerchantLoan;
import io.fenlu.ledger.small.SmallDatabase;
import io.fenlu.ledger.small.SmallLedger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What suppliers are paid of loans that go out in tranches, over Axon's real processors, the real tables and a bank over HTTP. */
class SupplierPayoutTest {
    private static final LocalDate PAID_ON = LocalDate.of(2026, 1, 7);

    private final AtomicReference<URI> door = new AtomicReference<>(URI.create("http://localhost:9"));
    private final BankSimulator bank =
            new BankSimulator(new BankSimulator.Setting(0, door::get, Duration.ofMillis(300), () -> PAID_ON));
    private String database = "";

    @BeforeEach
    void create(@TempDir Path directory) {
        database = SmallDatabase.H2.create(directory);
    }

    @AfterEach
    void closeTheBank() {
        bank.close();
    }

    @Test
    void the_supplier_is_paid_by_the_bank_and_nothing_stays_in_transit() {
        try (var ledger = open()) {
            var loan = opened(ledger);
            draw(ledger, loan, "first", "400.00", "supplier-1", null);
            until("paid", () -> sent("first").filter(it -> it.paid() == 1).isPresent());
            until("told", () -> ledger.payoutsWaiting() == 0);
            assertThat(ledger.facts(id("first").value()).getFirst())
                    .isInstanceOfSatisfying(DisbursementInstructed.class, fact -> {
                        assertThat(fact.payout()).isEqualTo(new PayoutInstruction(PayoutChannel.BANK, "supplier-1"));
                        assertThat(fact.amount()).isEqualTo(cny("400.00"));
                        assertThat(fact.loanId()).isEqualTo(loan);
                    });
            assertThat(inTransit(ledger, loan, "first")).isEqualTo(cny("0.00"));
            until("limit in use", () -> ledger.line().inUse().equals(cny("1000.00")));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_tranche_that_left_before_is_recorded_and_no_bank_is_asked() {
        try (var ledger = open()) {
            var loan = opened(ledger);
            draw(ledger, loan, "first", "400.00", "supplier-1", "bank-77");
            until("recorded", () -> ledger.facts(id("first").value()).size() == 2);
            assertThat(inTransit(ledger, loan, "first")).isEqualTo(cny("0.00"));
            draw(ledger, loan, "second", "100.00", "supplier-1", null);
            until("the later one is paid", () -> sent("second").isPresent());
            assertThat(sent("first")).isEmpty();
        }
    }

    @Test
    void a_tranche_that_the_bank_refuses_is_taken_back_and_may_be_drawn_again() {
        try (var ledger = open()) {
            var loan = opened(ledger);
            draw(ledger, loan, "first", "400.00", "supplier-1", null);
            draw(ledger, loan, "second", "600.00", "sim-reject-1", null);
            until("taken back", () -> returned(ledger, loan).size() == 1);
            assertThat(returned(ledger, loan).getFirst().entry().reverses()).isEqualTo(id("second"));
            assertThat(inTransit(ledger, loan, "first", "second")).isEqualTo(cny("0.00"));
            draw(ledger, loan, "third", "600.00", "supplier-2", null);
            until("paid", () -> sent("third").filter(it -> it.paid() == 1).isPresent());
            until("told", () -> ledger.payoutsWaiting() == 0);
            assertThat(inTransit(ledger, loan, "first", "second", "third")).isEqualTo(cny("0.00"));
            assertThat(ledger.line().inUse()).isEqualTo(cny("1000.00"));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_tranche_that_comes_back_later_leaves_the_loan_and_the_money_is_at_the_bank_again() {
        try (var ledger = open()) {
            var loan = opened(ledger);
            draw(ledger, loan, "first", "400.00", "supplier-1", null);
            draw(ledger, loan, "second", "600.00", "supplier-2", null);
            until("told", () -> ledger.facts(id("second").value()).size() == 2);
            var back = new TakeDisbursementBack(
                    TrancheProcess.disbursementOf(id("second")), "back-1", PAID_ON.plusDays(2));
            assertThat(ledger.send(back, "back")).isEqualTo(new Done());
            assertThat(ledger.send(back, "told twice")).isEqualTo(new Done());
            until("returned", () -> returned(ledger, loan).size() == 1);
            assertThat(returned(ledger, loan).getFirst().entry().bankReference())
                    .isEqualTo("back-1");
            until("told of the first", () -> ledger.facts(id("first").value()).size() == 2);
            assertThat(inTransit(ledger, loan, "first", "second")).isEqualTo(cny("0.00"));
            assertThat(ledger.loan(loan)).isInstanceOf(Active.class);
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_ledger_that_stops_between_the_instruction_and_the_answer_pays_no_supplier_twice() {
        LoanId loan;
        try (var ledger = SmallLedger.open(database, "ledger.bank.url=" + bank.url())) {
            loan = opened(ledger);
            draw(ledger, loan, "first", "400.00", "sim-never-1", null);
            until("sent", () -> sent("first").isPresent());
        }
        bank.decide(id("first").toString(), true);
        try (var ledger = open()) {
            until(
                    "told",
                    () -> ledger.payoutsWaiting() == 0
                            && ledger.facts(id("first").value()).size() == 2);
            assertThat(ledger.facts(id("first").value())).last().isInstanceOf(DisbursementConfirmed.class);
            assertThat(bank.payouts()).hasSize(1);
            assertThat(sent("first").orElseThrow().paid()).isEqualTo(1);
            assertThat(inTransit(ledger, loan, "first")).isEqualTo(cny("0.00"));
        }
    }

    private SmallLedger open() {
        var ledger = SmallLedger.open(database, "ledger.bank.url=" + bank.url());
        door.set(ledger.doorUrl());
        return ledger;
    }

    /** A loan of 1,000.00 bound to orders, whose contract stands. */
    private static LoanId opened(SmallLedger ledger) {
        ledger.openLine("5000.00");
        var loan = new LoanId(Cause.uuid8("test", "loan"));
        var agreement = new LoanAgreement(
                MerchantLoan.ORDER,
                cny("1000.00"),
                Rate.annual("0.072"),
                12,
                null,
                FundingShares.whole(new LenderId("lender-1")));
        var inParts = new PayoutInstruction(PayoutChannel.IN_TRANCHES, "account-1");
        assertThat(ledger.send(new RequestLoan(loan, LINE, agreement, inParts, JANUARY_5), "draw"))
                .isEqualTo(new Done());
        until("opened", () -> ledger.loan(loan) instanceof Opened);
        return loan;
    }

    private static void draw(
            SmallLedger ledger,
            LoanId loan,
            String name,
            String amount,
            String supplier,
            @Nullable String bankReference) {
        var purpose = new PurposeBinding(supplier, "order-1");
        var draw = new LoanEntry.Draw(id(name), cny(amount), purpose, JANUARY_5, bankReference);
        assertThat(ledger.send(new DrawTranche(loan, draw), name)).isEqualTo(new Done());
    }

    private static EntryId id(String name) {
        return new EntryId(Cause.uuid8("test", name));
    }

    private Optional<SimulatedPayout> sent(String name) {
        return bank.payouts().stream()
                .filter(payout -> payout.id().equals(id(name).toString()))
                .findFirst();
    }

    private static List<DisbursementReturned> returned(SmallLedger ledger, LoanId loan) {
        return ledger.facts(loan.value()).stream()
                .filter(DisbursementReturned.class::isInstance)
                .map(DisbursementReturned.class::cast)
                .toList();
    }

    /** Debits less credits of money on its way out, of a loan and its tranches together. */
    private static Money inTransit(SmallLedger ledger, LoanId loan, String... tranches) {
        var ofLoan = ledger.facts(loan.value()).stream().flatMap(fact -> LoanPostings.each((LoanEvent) fact).stream());
        var ofPayouts = Stream.of(tranches)
                .flatMap(tranche -> ledger.facts(id(tranche).value()).stream())
                .map(fact -> DisbursementPostings.of((DisbursementEvent) fact));
        var sum = cny("0.00");
        for (var entry : Stream.concat(ofLoan, ofPayouts)
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.account() == LedgerAccount.PAYOUTS_IN_TRANSIT)
                .toList()) {
            sum = entry.side() == Entry.Side.DEBIT ? sum.plus(entry.amount()) : sum.minus(entry.amount());
        }
        return sum;
    }
}
