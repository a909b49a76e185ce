package io.countersign.policy;

import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says a leaf in words. */
final class ClauseWords {
    static final String COMMA = ", ";
    static final String NOTHING = "nothing";
    static final Pattern MORE = Pattern.compile(" and ([0-9]+) more$");

    private static final int SHOWN_CHOICES = 5;
    private static final int SHOWN_TEXT = 80;

    private ClauseWords() {}

    static String of(Leaf leaf, boolean negated) {
        var name = leaf.field().name();
        return switch (verb(leaf, negated)) {
            case SET -> name;
            case UNSET -> ClauseVerb.UNSET.words() + " " + name;
            case PRESENT -> name + " " + ClauseVerb.PRESENT.words();
            case ABSENT -> name + " " + ClauseVerb.ABSENT.words();
            case ClauseVerb verb -> name + " " + verb.words() + " " + words(leaf.operand());
        };
    }

    private static ClauseVerb verb(Leaf leaf, boolean negated) {
        boolean time = leaf.field().type() == MessageField.Type.MOMENT;
        if (leaf.operand() instanceof Operand.Bool(boolean flag)) {
            return leaf.operator() == Operator.EXISTS
                    ? either(flag == negated, ClauseVerb.ABSENT, ClauseVerb.PRESENT)
                    : either(flag == ((leaf.operator() == Operator.EQ) == negated), ClauseVerb.UNSET, ClauseVerb.SET);
        }
        return switch (leaf.operator()) {
            case EQ, EXISTS -> either(negated, ClauseVerb.IS_NOT, ClauseVerb.IS);
            case NEQ -> either(negated, ClauseVerb.IS, ClauseVerb.IS_NOT);
            case LT ->
                time
                        ? either(negated, ClauseVerb.NOT_BEFORE, ClauseVerb.BEFORE)
                        : either(negated, ClauseVerb.NOT_BELOW, ClauseVerb.BELOW);
            case LTE ->
                time
                        ? either(negated, ClauseVerb.NOT_AT_OR_BEFORE, ClauseVerb.AT_OR_BEFORE)
                        : either(negated, ClauseVerb.NOT_AT_MOST, ClauseVerb.AT_MOST);
            case GT ->
                time
                        ? either(negated, ClauseVerb.NOT_AFTER, ClauseVerb.AFTER)
                        : either(negated, ClauseVerb.NOT_ABOVE, ClauseVerb.ABOVE);
            case GTE ->
                time
                        ? either(negated, ClauseVerb.NOT_AT_OR_AFTER, ClauseVerb.AT_OR_AFTER)
                        : either(negated, ClauseVerb.NOT_AT_LEAST, ClauseVerb.AT_LEAST);
            case IN -> either(negated, ClauseVerb.NONE_OF, ClauseVerb.ONE_OF);
            case CONTAINS -> either(negated, ClauseVerb.CONTAINS_NOT, ClauseVerb.CONTAINS);
            case REGEX -> either(negated, ClauseVerb.MATCHES_NOT, ClauseVerb.MATCHES);
        };
    }

    private static ClauseVerb either(boolean condition, ClauseVerb yes, ClauseVerb no) {
        return condition ? yes : no;
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
                choices.stream().limit(SHOWN_CHOICES).map(ClauseWords::words).collect(Collectors.joining(COMMA));
        int more = choices.size() - SHOWN_CHOICES;
        return choices.isEmpty() ? NOTHING : more > 0 ? shown + " and " + more + " more" : shown;
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
