package io.fenlu.ledger.view;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks doors through which questions come, and describes what they all answer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ApiResponse(
        responseCode = "200",
        description = "The answer, and up to which position it has read.",
        useReturnTypeSchema = true,
        headers = @Header(name = ReadingDesk.POSITION, schema = @Schema(type = "integer", format = "int64")))
@ApiResponse(
        responseCode = "400",
        description = "PARAMETER_MALFORMED",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ReadProblem.class)))
@ApiResponse(
        responseCode = "404",
        description = "There is no such thing, or there was none on that day.",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ReadProblem.class)))
@ApiResponse(
        responseCode = "422",
        description = "AMOUNT_TOO_LARGE: on that day more would be owed than the ledger can count.",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ReadProblem.class)))
@ApiResponse(
        responseCode = "503",
        description = "VIEW_BEHIND: not read up to min_position in time; ask again after Retry-After.",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ReadProblem.class)))
public @interface ReadDoor {}
