package io.fenlu.ledger.walks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A program that tries to leave the machine, by name and by number: what a test must be able to notice. */
final class Leaving {
    private Leaving() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.out.println(InetAddress.getByName("elsewhere.invalid"));
        } catch (IOException unknown) {
            System.out.println(unknown);
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("192.0.2.1", 443), 1_000);
        } catch (IOException unreachable) {
            System.out.println(unreachable);
        }
        System.out.println("tried");
        Thread.sleep(Duration.ofMinutes(1));
    }
}
