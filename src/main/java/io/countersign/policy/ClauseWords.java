package io.countersign.policy;

import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Says a leaf in words. */
final class ClauseWords {
    private static final int SHOWN_CHOICES = 5;
    private static final int SHOWN_TEXT = 80;

    private ClauseWords() {}

    static String of(Leaf leaf, boolean negated) {
        var name = leaf.field().name();
        return switch (leaf.operand()) {
            case Operand.Bool(boolean flag)
            when leaf.operator() == Operator.EXISTS -> name + (flag == negated ? " is absent" : " is present");
            case Operand.Bool(boolean flag) ->
                (flag == ((leaf.operator() == Operator.EQ) == negated) ? "not " : "") + name;
            default -> name + " " + verb(leaf, negated) + " " + words(leaf.operand());
        };
    }

    private static String verb(Leaf leaf, boolean negated) {
        boolean time = leaf.field().type() == MessageField.Type.MOMENT;
        return switch (leaf.operator()) {
            case EQ, EXISTS -> negated ? "is not" : "is";
            case NEQ -> negated ? "is" : "is not";
            case LT -> (negated ? "not " : "") + (time ? "before" : "below");
            case LTE -> (negated ? "not " : "") + (time ? "at or before" : "at most");
            case GT -> (negated ? "not " : "") + (time ? "after" : "above");
            case GTE -> (negated ? "not " : "") + (time ? "at or after" : "at least");
            case IN -> negated ? "is none of" : "is one of";
            case CONTAINS -> negated ? "does not contain" : "contains";
            case REGEX -> negated ? "does not match" : "matches";
        };
    }

    private static String words(Operand operand) {
        return switch (operand) {
            case Operand.Text(String text) -> shortened(text);
            case Operand.Numeric(double number) -> number(number);
            case Operand.Bool(boolean flag) -> Boolean.toString(flag);
            case Operand.Moment(Instant instant) -> moment(instant);
            case Operand.Now() -> "now";
            case Operand.Choices(List<Operand> choices) -> choices(choices);
            case Operand.Regex(var pattern) -> shortened(pattern.pattern());
        };
    }

    private static String choices(List<Operand> choices) {
        var shown =
                choices.stream().limit(SHOWN_CHOICES).map(ClauseWords::words).collect(Collectors.joining(", "));
        int more = choices.size() - SHOWN_CHOICES;
        return choices.isEmpty() ? "nothing" : more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** A number as a person writes it: no exponent, no needless zeros. */
    static String number(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : "not a number";
    }

    /** A moment in ISO 8601; only its day when it is midnight in UTC. */
    static String moment(Instant instant) {
        var text = instant.toString();
        return text.endsWith("T00:00:00Z") ? text.substring(0, text.length() - "T00:00:00Z".length()) : text;
    }

    /** At most {@value #SHOWN_TEXT} characters, never half of a surrogate pair. */
    static String shortened(String text) {
        if (text.length() <= SHOWN_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN_TEXT - 1)) ? SHOWN_TEXT - 1 : SHOWN_TEXT;
        return text.substring(0, end) + "…";
    }
}
