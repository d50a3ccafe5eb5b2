package io.fenlu.ledger.web;

import io.fenlu.ledger.boot.LedgerApplication;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.gate.Request;
import io.fenlu.ledger.kernel.Order;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger with open doors on a free port; processes stand still, and tests carry on in their place. */
final class OpenLedger implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private OpenLedger(ConfigurableApplicationContext context) {
        this.context = context;
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        address = URI.create("http://localhost:" + server.getPort());
    }

    static OpenLedger in(Path directory, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--server.port=0");
        all.add("--ledger.data=" + directory);
        all.add("--ledger.processes.enabled=false");
        all.add("--ledger.draw-patience=100ms");
        all.add("--ledger.largest-body=64KB");
        return new OpenLedger(new SpringApplicationBuilder(LedgerApplication.class).run(all.toArray(String[]::new)));
    }

    URI address() {
        return address;
    }

    /** What a door answered. */
    record Said(int status, java.net.http.HttpHeaders headers, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String at(String pointer) {
            return json().at(pointer).asString("");
        }

        String code() {
            return at("/code");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Said post(String path, String key, String body) {
        return send(request(path, body).header("Idempotency-Key", key).build());
    }

    Said postWithoutKey(String path, String body) {
        return send(request(path, body).build());
    }

    HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    Said send(HttpRequest request) {
        try {
            return said(http.send(request, BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    CompletableFuture<Said> sendSoon(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(OpenLedger::said);
    }

    private static Said said(HttpResponse<String> response) {
        return new Said(response.statusCode(), response.headers(), response.body());
    }

    /** Gives an order as a process would. */
    void order(Order order) {
        context.getBean(Gate.class).send(order, new Request(UUID.randomUUID(), "process"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
