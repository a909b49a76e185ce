package io.countersign.ats.draft;

import io.countersign.shared.CountersignException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A text with placeholders in braces. What stands in brackets together with a placeholder is left out when its value is not
 * known; braces and brackets around anything else are text. Values are filled in once: what they hold is never read as a
 * placeholder. Immutable.
 */
final class TemplateText {
    private static final int LONGEST_NAME = 30;

    private final List<Part> parts;

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Slot(Placeholder placeholder) implements Part {}

    private record Group(List<Part> parts) implements Part {}

    private TemplateText(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a text.
     *
     * @param where names it, for the message
     * @throws CountersignException.Invalid that names a placeholder which does not exist
     */
    static TemplateText parse(String where, String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('[', at);
            int close = open < 0 ? -1 : text.indexOf(']', open);
            if (close < 0) {
                break;
            }
            var inside = slots(where, text.substring(open + 1, close));
            boolean isGroup = inside.stream().anyMatch(Slot.class::isInstance);
            parts.addAll(slots(where, text.substring(at, isGroup ? open : close + 1)));
            if (isGroup) {
                parts.add(new Group(inside));
            }
            at = close + 1;
        }
        parts.addAll(slots(where, text.substring(at)));
        return new TemplateText(parts);
    }

    private static List<Part> slots(String where, String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            var name = text.substring(open + 1, close);
            if (isName(name)) {
                parts.add(new Literal(text.substring(at, open)));
                parts.add(new Slot(Placeholder.of(name).orElseThrow(() -> unknown(where, name))));
                at = close + 1;
            } else {
                parts.add(new Literal(text.substring(at, open + 1)));
                at = open + 1;
            }
        }
        parts.add(new Literal(text.substring(at)));
        return List.copyOf(parts);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && text.chars().allMatch(Character::isLetter);
    }

    private static CountersignException.Invalid unknown(String where, String name) {
        var known = Arrays.stream(Placeholder.values())
                .map(placeholder -> "{" + placeholder.id() + "}")
                .collect(Collectors.joining(" "));
        return new CountersignException.Invalid(
                where, "There is no placeholder {" + name + "}; there are " + known + ".");
    }

    /**
     * The text with its values.
     *
     * @param otherwise what stands for a value that is not known outside of brackets; may be empty
     */
    String fill(Map<Placeholder, String> values, Function<Placeholder, String> otherwise) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Group(var inside) -> {
                    if (inside.stream().allMatch(one -> isKnown(one, values))) {
                        inside.forEach(one -> append(text, one, values, otherwise));
                    }
                }
                case Literal _, Slot _ -> append(text, part, values, otherwise);
            }
        }
        return tidy(text.toString());
    }

    private static boolean isKnown(Part part, Map<Placeholder, String> values) {
        return !(part instanceof Slot(var placeholder)) || values.containsKey(placeholder);
    }

    private static void append(
            StringBuilder text, Part part, Map<Placeholder, String> values, Function<Placeholder, String> otherwise) {
        switch (part) {
            case Literal(var literal) -> text.append(literal);
            case Slot(var placeholder) -> {
                var value = values.get(placeholder);
                var filled = value == null ? otherwise.apply(placeholder) : value;
                if (filled.isEmpty()) {
                    stripSpaces(text); // "Hi {person}," must not become "Hi ,"
                }
                text.append(filled);
            }
            case Group _ -> throw new IllegalStateException("groups are not nested");
        }
    }

    private static void stripSpaces(StringBuilder text) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    private static String tidy(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
