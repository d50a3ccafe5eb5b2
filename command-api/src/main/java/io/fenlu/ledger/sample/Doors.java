package io.fenlu.ledger.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's own doors, seen from outside. */
final class Doors implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 40;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final URI ledger;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Doors(URI ledger) {
        this.ledger = ledger;
    }

    /** A door's answer. */
    record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** Asks for something; not yet is asked again for a while. */
    Answer ask(String path, String key, Object body) throws IOException, InterruptedException {
        for (var asked = 1; ; asked++) {
            var answer = once(path, key, body);
            if (answer.status() != 409 && answer.status() != 503 || asked == TRIES) {
                return answer;
            }
            Thread.sleep(PAUSE);
        }
    }

    private Answer once(String path, String key, Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(ledger.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}
