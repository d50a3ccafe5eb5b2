package io.fenlu.ledger.bank.simulator;

import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.Sample.toBank;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fenlu.ledger.bank.PayoutPort;
import io.fenlu.ledger.small.SmallLedger;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

class SimulatorConfigurationTest {
    @TempDir
    private Path directory;

    @Test
    void in_the_sample_run_the_simulated_bank_is_the_ledgers_bank() throws Exception {
        try (var ledger = SmallLedger.open(
                directory.resolve("sample"),
                "spring.profiles.active=sample",
                "ledger.bank.simulator.port=" + freePort())) {
            ledger.openLine("5000.00");
            ledger.draw("a", "1000.00", toBank("acct-1"));
            until("used", () -> ledger.line().inUse().equals(cny("1000.00")));
            assertThat(ledger.bean(BankSimulator.class).payouts()).hasSize(1);
        }
    }

    @Test
    void in_any_other_run_there_is_no_bank_unless_one_is_named() {
        try (var ledger = SmallLedger.open(directory.resolve("other"))) {
            for (var type : new Class<?>[] {BankSimulator.class, PayoutPort.class}) {
                assertThat(catchThrowable(() -> ledger.bean(type))).isInstanceOf(NoSuchBeanDefinitionException.class);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
