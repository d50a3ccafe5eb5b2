package io.fenlu.ledger.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the doors for programs and people (OpenAPI 3.1), with the problems that each may answer. */
@Configuration(proxyBeanMethods = false)
class ApiPage {
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Map<String, List<DoorRefusal>> OF_EVERY_WRITE = Map.of(
            "400",
            List.of(
                    DoorRefusal.BODY_MALFORMED,
                    DoorRefusal.FIELD_MISSING,
                    DoorRefusal.IDEMPOTENCY_KEY_MISSING,
                    DoorRefusal.IDEMPOTENCY_KEY_MALFORMED),
            "413",
            List.of(DoorRefusal.BODY_TOO_LARGE),
            "415",
            List.of(DoorRefusal.MEDIA_TYPE_UNSUPPORTED),
            "503",
            List.of(DoorRefusal.LEDGER_UNAVAILABLE, DoorRefusal.ANSWER_OVERDUE));

    @Bean
    OpenAPI ledgerApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Fenlu, a lending ledger")
                        .version("0.1")
                        .license(new License().name("Apache-2.0"))
                        .description("""
                            Every write needs an `Idempotency-Key`: the same key with the same content gets the first answer \
                            again, for ever. Every write answers with its `Ledger-Position`; a read with `min_position` \
                            waits until it knows that position. Every no is a problem (RFC 9457) with a `code` that never \
                            changes.\
                            """));
    }

    @Bean
    OpenApiCustomizer problemsOfEveryDoor() {
        return api -> {
            var problem = ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(Problem.class));
            if (problem != null && problem.schema != null) {
                api.getComponents().addSchemas(PROBLEM, problem.schema);
            }
            api.getPaths().values().forEach(ApiPage::describe);
        };
    }

    private static void describe(PathItem path) {
        var write = path.getPost();
        if (write == null) {
            return;
        }
        if (write.getParameters() != null) {
            write.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals(IdempotencyKey.HEADER))
                    .forEach(parameter -> parameter
                            .required(true)
                            .description("The sender's name for this request; a UUID of version 7 is best.")
                            .example("019a0000-0000-7000-8000-0000000000aa"));
        }
        addProblems(write);
    }

    private static void addProblems(Operation write) {
        var responses = write.getResponses() == null ? new ApiResponses() : write.getResponses();
        OF_EVERY_WRITE.forEach((status, reasons) -> responses.addApiResponse(status, response(status, reasons)));
        responses.addApiResponse("404", named("What is asked for is not known.", "LOAN_NOT_FOUND"));
        responses.addApiResponse("409", named("Not now, or the same key is in flight.", "REQUEST_IN_FLIGHT"));
        responses.addApiResponse("422", named("The content is not allowed.", "AMOUNT_TOO_PRECISE"));
        write.setResponses(responses);
    }

    private static ApiResponse response(String status, List<DoorRefusal> reasons) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        for (var reason : reasons) {
            media.addExamples(
                    reason.name(),
                    new Example().value(Problem.of(reason, Integer.parseInt(status), reason.sentence())));
        }
        return new ApiResponse()
                .description(reasons.getFirst().sentence())
                .content(new Content().addMediaType(PROBLEM_JSON, media));
    }

    private static ApiResponse named(String description, String code) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        KnownRefusals.named(code)
                .ifPresent(reason -> media.addExamples(
                        code,
                        new Example().value(Problem.of(reason, Problem.status(reason.kind()), reason.sentence()))));
        return new ApiResponse().description(description).content(new Content().addMediaType(PROBLEM_JSON, media));
    }
}
