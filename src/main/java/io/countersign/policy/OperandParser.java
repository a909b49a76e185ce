package io.countersign.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.countersign.policy.Condition.Operator;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the second part of a leaf, as the type of its field asks. */
final class OperandParser {
    static final int MAX_CHOICES = 10_000;
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_REGEX = 1_000;
    // A repetition multiplies what it repeats; this bounds time and memory of a pattern before it is compiled.
    private static final long MAX_EXPANDED = 200_000;
    // RE2 itself refuses to repeat more than a thousand times.
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,5}),?(\\d{0,5})\\}");
    private static final int MAX_PROGRAM = 5_000;

    private final Problems problems;
    private final PatternBudget patterns;

    OperandParser(Problems problems, PatternBudget patterns) {
        this.problems = problems;
        this.patterns = patterns;
    }

    Optional<Operand> parse(Operator operator, MessageField field, JsonNode node, String path) {
        return switch (operator) {
            case EXISTS -> flag(node, path, "exists takes true or false");
            case REGEX -> regex(node, path);
            case IN -> choices(field, node, path);
            case CONTAINS -> text(field, List.of(), node, path);
            case EQ, NEQ, LT, LTE, GT, GTE -> single(field, node, path);
        };
    }

    private Optional<Operand> single(MessageField field, JsonNode node, String path) {
        if (node.isNull()) {
            return problems.refuse(
                    path,
                    "Nothing equals null. For mail without the field write {\"exists\": [\"" + field.name()
                            + "\", false]}.");
        }
        return switch (field.type()) {
            case TEXT, TEXTS -> text(field, field.allowed(), node, path);
            case NUMBER -> number(field, node, path);
            case BOOLEAN -> flag(node, path, field.name() + " is true or false");
            case MOMENT -> moment(field, node, path);
        };
    }

    private Optional<Operand> text(MessageField field, List<String> allowed, JsonNode node, String path) {
        if (!node.isTextual()) {
            return problems.refuse(path, field.name() + " is compared with text; found " + Problems.found(node) + ".");
        }
        var text = node.textValue();
        if (text.isEmpty()) {
            return problems.refuse(
                    path,
                    "An empty text counts as absent. For mail without the field write {\"exists\": [\"" + field.name()
                            + "\", false]}.");
        }
        if (text.length() > MAX_TEXT) {
            return problems.refuse(
                    path, "The text has " + text.length() + " characters; at most " + MAX_TEXT + " fit.");
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            return problems.refuse(
                    path,
                    "%s is never \"%s\"; it is one of %s.%s"
                            .formatted(
                                    field.name(),
                                    ClauseWords.shortened(text),
                                    String.join(", ", allowed),
                                    Suggestions.didYouMean(text, allowed)));
        }
        return Optional.of(new Operand.Text(text));
    }

    private Optional<Operand> number(MessageField field, JsonNode node, String path) {
        var number = node.isNumber() ? finite(node.doubleValue()) : decimal(field, node);
        return number.isPresent()
                ? number
                : problems.refuse(
                        path, field.name() + " is compared with a number; found " + Problems.found(node) + ".");
    }

    private static Optional<Operand> decimal(MessageField field, JsonNode node) {
        if (!(field instanceof MessageField.Numeric numeric && numeric.decimalText())
                || !node.isTextual()
                || node.textValue().length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            return finite(new BigDecimal(node.textValue()).doubleValue());
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Operand> finite(double number) {
        return Double.isFinite(number) ? Optional.of(new Operand.Numeric(number)) : Optional.empty();
    }

    private Optional<Operand> flag(JsonNode node, String path, String rule) {
        return node.isBoolean()
                ? Optional.of(new Operand.Bool(node.booleanValue()))
                : problems.refuse(path, rule + "; found " + Problems.found(node) + ".");
    }

    private Optional<Operand> moment(MessageField field, JsonNode node, String path) {
        var text = node.isTextual() ? node.textValue().strip() : "";
        if (text.equals("now")) {
            return Optional.of(new Operand.Now());
        }
        var instant = instant(text);
        return instant.isPresent()
                ? instant.map(Operand.Moment::new)
                : problems.refuse(
                        path,
                        "%s is compared with \"now\" or a date such as 2026-01-31 or 2026-01-31T09:00:00Z; found %s."
                                .formatted(field.name(), Problems.found(node)));
    }

    /** A day is its first moment in UTC; a time without an offset is in UTC. */
    static Optional<Instant> instant(String text) {
        try {
            if (!text.contains("T")) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean zoned =
                    text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Operand> choices(MessageField field, JsonNode node, String path) {
        if (!node.isArray()) {
            return problems.refuse(path, "in takes a list of values; found " + Problems.found(node) + ".");
        }
        if (node.size() > MAX_CHOICES) {
            return problems.refuse(path, "The list has " + node.size() + " values; at most " + MAX_CHOICES + " fit.");
        }
        var choices = new ArrayList<Operand>(node.size());
        for (int i = 0; i < node.size() && !problems.isFull(); i++) {
            single(field, node.get(i), path + "[" + i + "]").ifPresent(choices::add);
        }
        return Optional.of(new Operand.Choices(choices));
    }

    private Optional<Operand> regex(JsonNode node, String path) {
        if (!node.isTextual()) {
            return problems.refuse(path, "regex takes a pattern as text; found " + Problems.found(node) + ".");
        }
        var source = node.textValue();
        if (source.length() > MAX_REGEX) {
            return problems.refuse(
                    path, "The pattern has " + source.length() + " characters; at most " + MAX_REGEX + " fit.");
        }
        if (repetitions(source) * source.length() > MAX_EXPANDED) {
            return problems.refuse(path, "The repetitions {n} in the pattern multiply to too many.");
        }
        return patterns.allows(source)
                ? compiled(source, path)
                : problems.refuse(path, "The patterns up to here are too many or too complex together.");
    }

    private Optional<Operand> compiled(String source, String path) {
        try {
            var pattern = Pattern.compile(source);
            patterns.compiled(pattern);
            return pattern.programSize() > MAX_PROGRAM
                    ? problems.refuse(path, "The pattern is too complex.")
                    : Optional.of(new Operand.Regex(pattern));
        } catch (PatternSyntaxException e) {
            return problems.refuse(
                    path,
                    "Not a pattern that RE2 accepts (%s: \"%s\"); look-around and back-references are not available."
                            .formatted(e.getDescription(), ClauseWords.shortened(e.getPattern())));
        } catch (RuntimeException | StackOverflowError e) {
            return problems.refuse(
                    path, "The pattern cannot be compiled: " + e.getClass().getSimpleName() + ".");
        }
    }

    /** The product of all {@code {n,m}}, at most a million: never less than what nesting them can multiply to. */
    private static long repetitions(String source) {
        long product = 1;
        var counts = REPETITION.matcher(source);
        while (counts.find()) {
            long times = Math.max(count(counts.group(1)), count(counts.group(2)));
            product = Math.min(1_000_000, product * Math.max(1, times));
        }
        return product;
    }

    private static long count(String digits) {
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
