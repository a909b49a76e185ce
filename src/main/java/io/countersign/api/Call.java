package io.countersign.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.task.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One question.
 *
 * @param path what stood in place of the names in braces
 * @param query what followed the question mark, each name once
 * @param body as it came; empty when there was none
 * @param progress is cancelled when the server stops
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Call(Map<String, String> path, Map<String, String> query, byte[] body, Progress progress) {
    public Call {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /**
     * The number in the path.
     *
     * @throws Refusal with 404 when it is none: then there is nothing of that number
     */
    public long id() {
        var text = path.getOrDefault("id", "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new Refusal(404, "There is nothing of that number here.");
        }
    }

    /** A parameter; empty when it was not given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /**
     * A whole number among the parameters.
     *
     * @throws Refusal with 400 when it is none from {@code least} to {@code most}
     */
    public OptionalInt number(String name, int least, int most) {
        var text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Refusal(400, name + " is a whole number from " + least + " to " + most + ".");
    }

    /**
     * The body, an object with no other fields than these; an empty object when there was none.
     *
     * @throws Refusal with 400 when it is anything else
     */
    public ObjectNode object(Set<String> fields) {
        var node = new Body(body).json();
        if (!(node instanceof ObjectNode object)) {
            throw new Refusal(400, "The body is a JSON object with any of: " + String.join(", ", sorted(fields)) + ".");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw new Refusal(
                        400,
                        "The body has a field that is not known. Known: " + String.join(", ", sorted(fields)) + ".");
            }
        });
        return object;
    }

    private static Iterable<String> sorted(Set<String> fields) {
        return fields.stream().sorted().toList();
    }

    /** A yes or no of the body; {@code otherwise} when it is missing. */
    public static boolean yes(ObjectNode body, String name, boolean otherwise) {
        var value = body.path(name);
        if (isMissing(value)) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new Refusal(400, name + " is true or false.");
        }
        return value.booleanValue();
    }

    /** A text of the body; empty when it is missing. */
    public static String text(ObjectNode body, String name) {
        var value = body.path(name);
        if (!isMissing(value) && !value.isTextual()) {
            throw new Refusal(400, name + " is a text.");
        }
        return value.asText("");
    }

    /** A whole number of the body, at least {@code least}. */
    public static Optional<Long> number(ObjectNode body, String name, long least) {
        var value = body.path(name);
        if (isMissing(value)) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw new Refusal(400, name + " is a whole number, at least " + least + ".");
        }
        return Optional.of(value.longValue());
    }

    private static boolean isMissing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
