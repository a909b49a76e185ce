package io.countersign.policy;

import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import io.countersign.search.Facet;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Mark;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchQuery.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A search as a condition on mail. Conditions look at sender, recipients, subject and preview, not at the whole text, and find
 * words inside longer ones; what is narrowed down and every operator mean the same in both.
 */
public final class QueryCondition {
    // False for every mail.
    private static final Condition NEVER = new Condition.Any(List.of());

    private QueryCondition() {}

    /** All terms and all facets; holds for every mail when there are none. */
    public static Condition of(SearchQuery query, Map<Facet, String> narrowed) {
        var parts = new ArrayList<Condition>();
        query.terms().forEach(term -> parts.add(term(term)));
        for (var facet : Facet.values()) { // in a fixed order
            if (narrowed.containsKey(facet)) {
                parts.add(facet(facet, narrowed.get(facet)));
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private static Condition term(Term term) {
        var condition = criterion(term.criterion());
        return term.negated() ? new Condition.Not(condition) : condition;
    }

    private static Condition criterion(Criterion criterion) {
        return switch (criterion) {
            case SearchQuery.Words words -> words(words.place(), words.text());
            case SearchQuery.Label(var label, boolean prefix) ->
                leaf(prefix ? Operator.CONTAINS : Operator.EQ, "labels", new Operand.Text(label));
            case SearchQuery.InCategory(var category) -> choice("category", category);
            case SearchQuery.Stage(var stage) -> choice("ats.stage", stage);
            case SearchQuery.Before(var end) -> leaf(Operator.LT, "receivedAt", new Operand.Moment(end));
            case SearchQuery.After(var start) -> since(start);
            case Mark mark -> mark(mark);
        };
    }

    private static Condition words(Place place, String text) {
        return switch (place) {
            case FROM -> contains("from", text);
            case TO -> contains("to", text);
            case SUBJECT -> contains("subject", text);
            case ANYWHERE ->
                new Condition.Any(Stream.of("from", "to", "subject", "preview")
                        .map(field -> contains(field, text))
                        .toList());
        };
    }

    private static Condition mark(Mark mark) {
        return switch (mark) {
            case ATTACHMENT -> flag("hasAttachment", true);
            case UNREAD -> flag("unread", true);
            case READ -> flag("unread", false);
            case STARRED -> flag("starred", true);
            case ANSWERED -> flag("answered", true);
            case QUARANTINED -> flag("quarantined", true);
        };
    }

    private static Condition facet(Facet facet, String value) {
        return switch (facet) {
            case CATEGORY -> choice("category", value);
            case SENDER -> leaf(Operator.EQ, "from", new Operand.Text(value));
            case STAGE -> choice("ats.stage", value);
            case YEAR -> year(Integer.parseInt(value));
        };
    }

    private static Condition year(int year) {
        return new Condition.All(
                List.of(since(startOf(year)), leaf(Operator.LT, "receivedAt", new Operand.Moment(startOf(year + 1)))));
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Condition since(Instant start) {
        return leaf(Operator.GTE, "receivedAt", new Operand.Moment(start));
    }

    /** A value that no mail can have makes a condition that never holds, as the search finds nothing. */
    private static Condition choice(String name, String value) {
        return MessageFields.named(name).allowed().contains(value)
                ? leaf(Operator.EQ, name, new Operand.Text(value))
                : NEVER;
    }

    private static Condition flag(String name, boolean value) {
        return leaf(Operator.EQ, name, new Operand.Bool(value));
    }

    private static Condition contains(String name, String text) {
        return leaf(Operator.CONTAINS, name, new Operand.Text(text));
    }

    private static Condition leaf(Operator operator, String name, Operand operand) {
        return new Leaf(operator, MessageFields.named(name), operand);
    }
}
