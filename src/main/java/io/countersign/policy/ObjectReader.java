package io.countersign.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Reads the members of one JSON object. A member that is wrong is reported and empty; one that is not there is what the caller
 * takes instead.
 */
final class ObjectReader {
    private final JsonNode object;
    private final String path;
    private final Problems problems;

    /** {@code path} is that of the object itself; it may be empty. */
    ObjectReader(JsonNode object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    boolean isObject() {
        if (object.isObject()) {
            return true;
        }
        problems.add(path, "An object is needed here; found " + Problems.found(object) + ".");
        return false;
    }

    /** Reports every member that is not in {@code names}; {@code subject} begins the sentence that lists them. */
    boolean knowsOnly(List<String> names, String subject) {
        boolean known = true;
        for (var name : (Iterable<String>) object::fieldNames) {
            if (problems.isFull()) {
                return false;
            }
            if (!names.contains(name)) {
                known = false;
                problems.add(
                        at(ClauseWords.shortened(name)),
                        "There is no \"%s\" here; %s %s.%s"
                                .formatted(
                                        ClauseWords.shortened(name),
                                        subject,
                                        names.isEmpty() ? "no parameters" : String.join(", ", names),
                                        Suggestions.didYouMean(name, names)));
            }
        }
        return known;
    }

    Optional<JsonNode> required(String name) {
        var node = object.get(name);
        return node == null || node.isNull() ? problems.refuse(at(name), name + " is missing.") : Optional.of(node);
    }

    Optional<String> requiredText(String name, int longest) {
        return required(name).flatMap(node -> text(node, name, longest));
    }

    Optional<String> text(String name, String otherwise, int longest) {
        var node = object.get(name);
        return node == null || node.isNull() ? Optional.of(otherwise) : text(node, name, longest);
    }

    Optional<Long> whole(String name, long otherwise, long least, long most) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.of(otherwise);
        }
        boolean good = node.isIntegralNumber()
                && node.canConvertToLong()
                && node.longValue() >= least
                && node.longValue() <= most;
        return good
                ? Optional.of(node.longValue())
                : problems.refuse(
                        at(name),
                        "%s is a whole number from %d to %d; found %s."
                                .formatted(name, least, most, Problems.found(node)));
    }

    Optional<Double> fraction(String name, double otherwise) {
        var node = object.get(name);
        if (node == null) {
            return Optional.of(otherwise);
        }
        boolean good = node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= 1;
        return good
                ? Optional.of(node.doubleValue())
                : problems.refuse(at(name), name + " is a number from 0 to 1; found " + Problems.found(node) + ".");
    }

    Optional<Boolean> flag(String name, boolean otherwise) {
        var node = object.get(name);
        if (node == null) {
            return Optional.of(otherwise);
        }
        return node.isBoolean()
                ? Optional.of(node.booleanValue())
                : problems.refuse(at(name), name + " is true or false; found " + Problems.found(node) + ".");
    }

    private Optional<String> text(JsonNode node, String name, int longest) {
        if (!node.isTextual()) {
            return problems.refuse(at(name), name + " is text; found " + Problems.found(node) + ".");
        }
        var text = node.textValue().strip();
        if (text.isEmpty()) {
            return problems.refuse(at(name), name + " is empty.");
        }
        if (text.length() > longest) {
            return problems.refuse(
                    at(name), name + " has " + text.length() + " characters; at most " + longest + " fit.");
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? problems.refuse(at(name), name + " contains a control character.")
                : Optional.of(text);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
