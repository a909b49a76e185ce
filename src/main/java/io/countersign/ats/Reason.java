package io.countersign.ats;

import java.util.List;

/** Why, as a key of the texts below {@code applications.reason} and what fills it in: numbers, dates, stages, names. */
public record Reason(String key, List<Object> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }
}
