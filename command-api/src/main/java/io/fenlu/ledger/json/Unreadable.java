package io.fenlu.ledger.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what was wrong with a JSON text and where, without a word about the program that read it. */
public final class Unreadable {
    private Unreadable() {}

    /** The place in the document, for example {@code limit.amount}; empty at the top. */
    public static String path(JacksonException unreadable) {
        var path = new StringBuilder();
        for (var step : unreadable.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    public static String sentence(JacksonException unreadable) {
        var what = switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                "The property “" + brief(unknown.getPropertyName()) + "” is not known here";
            case StreamReadException syntax -> "This is not JSON: " + firstSentence(syntax);
            case InvalidTypeIdException kind -> "There is no kind “" + brief(String.valueOf(kind.getTypeId())) + "”";
            case InvalidFormatException format ->
                "“" + brief(String.valueOf(format.getValue())) + "” is not one of the values that can stand here";
            case InvalidNullException _ -> "Something that is needed is missing or null";
            case MismatchedInputException mismatch -> mismatch(mismatch);
            default -> "This cannot be read";
        };
        return what + where(unreadable) + ".";
    }

    private static String mismatch(MismatchedInputException mismatch) {
        var message = String.valueOf(mismatch.getOriginalMessage());
        if (message.startsWith("No content")) {
            return "The body is empty";
        }
        if (message.contains("end-of-input") || message.contains("End-of-input")) {
            return "The JSON ends in the middle";
        }
        if (message.startsWith("Missing required") || message.contains("null")) {
            return "Something that is needed is missing or null";
        }
        return "The value is of another type than needed";
    }

    private static String firstSentence(StreamReadException syntax) {
        var message = String.valueOf(syntax.getOriginalMessage());
        var end = message.indexOf(':') < 0 ? message.length() : message.indexOf(':');
        var first = message.substring(0, Math.min(end, 120));
        return first.isEmpty() ? "unreadable" : Character.toLowerCase(first.charAt(0)) + first.substring(1);
    }

    private static String where(JacksonException unreadable) {
        var path = path(unreadable);
        var location = unreadable.getLocation();
        var at = location == null || location == TokenStreamLocation.NA || location.getLineNr() < 1
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
        return (path.isEmpty() ? "" : ", at “" + path + "”") + at;
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
