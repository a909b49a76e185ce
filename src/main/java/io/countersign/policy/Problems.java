package io.countersign.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a file, up to a number that a person can still read. */
final class Problems {
    private static final int MOST = 100;
    private final List<PolicyProblem> found = new ArrayList<>();

    void add(String path, String message) {
        if (found.size() < MOST) {
            found.add(new PolicyProblem(path, message));
        }
    }

    /** Adds a problem and is the empty result of the method that found it. */
    <T> Optional<T> refuse(String path, String message) {
        add(path, message);
        return Optional.empty();
    }

    /** True when more would not be kept, so that looking for them is wasted. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<PolicyProblem> all() {
        if (!isFull()) {
            return List.copyOf(found);
        }
        var all = new ArrayList<>(found);
        all.add(new PolicyProblem("", "These were the first " + MOST + " problems; there may be more."));
        return all;
    }

    /** What a node is, for a sentence: {@code the text "abc"}, {@code a list}. */
    static String found(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "the text \"" + ClauseWords.shortened(node.textValue()) + "\"";
            case NUMBER -> "the number " + ClauseWords.shortened(node.asText());
            case BOOLEAN -> node.asText();
            case NULL -> "null";
            case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
            case OBJECT -> "an object";
            case MISSING, BINARY, POJO -> "nothing";
        };
    }
}
