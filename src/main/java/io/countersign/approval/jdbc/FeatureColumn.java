package io.countersign.approval.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of a mail in one column, one a line; equal texts are read once. Not thread-safe. */
final class FeatureColumn {
    private static final int MAX_TEXT = 8000;

    private final Map<String, List<String>> known = new HashMap<>();

    /** Empty also where none were kept. */
    List<String> features(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : known.computeIfAbsent(text, one -> List.of(one.split("\n", -1)));
    }

    /** Never null. A text that is too long says nothing: half a feature would be another one. */
    static String text(List<String> features) {
        var text = String.join("\n", features);
        return text.length() <= MAX_TEXT ? text : "";
    }
}
