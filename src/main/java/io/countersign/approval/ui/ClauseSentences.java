package io.countersign.approval.ui;

import io.countersign.policy.Clause;
import io.countersign.policy.ClauseParts;
import io.countersign.policy.ClauseVerb;
import io.countersign.policy.MessageField;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What a policy asks of a mail and what the mail has there, in the person's language. */
final class ClauseSentences {
    private static final String NOW = "now";
    private static final int DAY_LENGTH = "2026-11-13".length();
    private static final double KILOBYTE = 1000;

    private final Texts texts;
    private final Formats formats;

    ClauseSentences(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** {@code end of the offer has passed}; the stored words when this version does not know them. */
    String clause(Clause clause) {
        return ClauseParts.of(clause.clause()).map(this::sentence).orElseGet(() -> OneLine.of(clause.clause()));
    }

    /** What the mail has: {@code Nov 13, 2026}; empty when it has nothing. */
    String value(Clause clause) {
        var shown = OneLine.of(clause.value());
        return shown.isEmpty()
                ? shown
                : ClauseParts.of(clause.clause())
                        .map(parts -> value(parts.field(), shown))
                        .orElse(shown);
    }

    private String sentence(ClauseParts parts) {
        var field = parts.field();
        return switch (parts.verb()) {
            case SET -> texts.get("clause.flag." + field.name());
            case UNSET -> texts.get("clause.flag." + field.name() + ".not");
            case ClauseVerb verb -> sentence(verb, parts);
        };
    }

    private String sentence(ClauseVerb verb, ClauseParts parts) {
        var key = "clause.verb." + verb;
        boolean now = parts.operands().equals(List.of(NOW)) && texts.has(key + ".now");
        var name = texts.get("clause.field." + parts.field().name());
        return texts.get(now ? key + ".now" : key, name, operands(parts));
    }

    private String operands(ClauseParts parts) {
        var shown = parts.operands().stream()
                .map(operand -> value(parts.field(), OneLine.of(operand)))
                .toList();
        if (shown.isEmpty()) {
            return texts.get("clause.nothing");
        }
        if (parts.more() > 0) {
            return texts.get("clause.more", String.join(", ", shown), formats.number(parts.more()));
        }
        return shown.size() == 1
                ? shown.getFirst()
                : texts.get("clause.or", String.join(", ", shown.subList(0, shown.size() - 1)), shown.getLast());
    }

    private String value(MessageField field, String text) {
        return switch (field.type()) {
            case MOMENT -> moment(text);
            case NUMBER -> number(field.name(), text);
            case BOOLEAN -> texts.get(Boolean.parseBoolean(text) ? "clause.yes" : "clause.no");
            case TEXT -> choice(field.name(), text);
            case TEXTS -> text;
        };
    }

    private String choice(String field, String text) {
        var group =
                switch (field) {
                    case "category" -> "approvals.category.";
                    case "ats.stage" -> "clause.stage.";
                    case "receipt.kind" -> "clause.kind.";
                    default -> "";
                };
        return !group.isEmpty() && texts.has(group + text) ? texts.get(group + text) : text;
    }

    private String moment(String text) {
        try {
            return text.equals(NOW)
                    ? texts.get("clause.now")
                    : text.length() == DAY_LENGTH
                            ? formats.date(LocalDate.parse(text))
                            : formats.dayOrMoment(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return text;
        }
    }

    private String number(String field, String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return text;
        }
        return switch (field) {
            case "id" -> text;
            case "categoryConfidence", "ats.ghosting_risk" -> formats.percent(number);
            case "ageDays" -> texts.get("clause.days", (long) number);
            case "riskScore" -> texts.get("clause.risk", formats.number((long) number));
            case "size" -> texts.get("clause.kilobytes", formats.number(Math.round(number / KILOBYTE)));
            case "receipt.amount" -> formats.decimal(number, 2);
            default -> number == Math.rint(number) ? formats.number((long) number) : formats.decimal(number, 2);
        };
    }
}
