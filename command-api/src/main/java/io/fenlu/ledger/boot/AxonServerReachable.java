package io.fenlu.ledger.boot;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** When Axon Server is switched on, it has to be there before anything else is tried. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
class AxonServerReachable {
    private static final int DEFAULT_PORT = 8124;
    private static final int PATIENCE_MILLIS = 3_000;

    @Bean
    static BeanFactoryPostProcessor axonServerMustAnswer(Environment environment) {
        return _ -> require(environment.getProperty("axon.axonserver.servers", "localhost"));
    }

    private static void require(String servers) {
        for (var server : servers.split(",", -1)) {
            if (answers(server.strip())) {
                return;
            }
        }
        throw new BadSetup("no Axon Server answers at " + servers
                + "; start one, or leave out the profile axonserver to use the embedded journal");
    }

    private static boolean answers(String server) {
        var colon = server.lastIndexOf(':');
        var host = colon < 0 ? server : server.substring(0, colon);
        try (var socket = new Socket()) {
            var port = colon < 0 ? DEFAULT_PORT : Integer.parseInt(server.substring(colon + 1));
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }
}
