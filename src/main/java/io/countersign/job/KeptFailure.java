package io.countersign.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.shared.CountersignException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One of our own failures as a line of a log, to be said in the language of whoever reads it: {@code error.invalid ["file","It is
 * empty."]}.
 *
 * @param key of its text
 * @param arguments what fills the text in
 */
public record KeptFailure(String key, List<String> arguments) {
    private static final int LONGEST = 120;
    private static final String KEYS = "error.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    public KeptFailure {
        arguments = List.copyOf(arguments);
    }

    static KeptFailure of(CountersignException failure) {
        return new KeptFailure(
                failure.messageKey(),
                failure.arguments().stream()
                        .map(argument -> shortened(argument.toString()))
                        .toList());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** Empty when the line is something else. */
    public static Optional<KeptFailure> parse(String line) {
        int end = line.indexOf(' ');
        if (!line.startsWith(KEYS) || end < 0) {
            return Optional.empty();
        }
        try {
            var arguments = JSON.readValue(line.substring(end), TEXTS);
            return Optional.of(arguments)
                    .filter(texts -> texts.stream().allMatch(Objects::nonNull))
                    .map(texts -> new KeptFailure(line.substring(0, end), texts));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /** The line; never broken in two. */
    String line() {
        try {
            return key + " " + JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always print", e);
        }
    }
}
