package io.countersign.search.ui;

import io.countersign.search.Facet;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import java.util.EnumMap;
import java.util.Map;

/**
 * Everything that decides what is found, and in which order.
 *
 * @param typed the query as it stands in the field
 * @param narrowed per facet the one value that is left
 */
public record Asked(String typed, Mode mode, Order order, Map<Facet, String> narrowed) {
    static final Asked NOTHING = new Asked("", Mode.PLAIN, Order.RELEVANCE, Map.of());

    public Asked {
        narrowed = Map.copyOf(narrowed);
    }

    /** True where nothing is looked for yet. */
    boolean isEmpty() {
        return typed.isBlank() && narrowed.isEmpty();
    }

    Asked withTyped(String text) {
        return new Asked(text, mode, order, narrowed);
    }

    Asked withMode(Mode next) {
        return new Asked(typed, next, order, narrowed);
    }

    Asked withOrder(Order next) {
        return new Asked(typed, mode, next, narrowed);
    }

    /** Only this value of a facet; every one where it is the value already. */
    Asked toggled(Facet facet, String value) {
        var next = new EnumMap<Facet, String>(Facet.class);
        next.putAll(narrowed);
        if (!next.remove(facet, value)) {
            next.put(facet, value);
        }
        return new Asked(typed, mode, order, next);
    }

    Asked widened() {
        return new Asked(typed, mode, order, Map.of());
    }

    /** What is looked for, whatever it is ordered by. */
    public SearchQuery query() {
        return goesOn() ? SearchQuery.parseTyped(typed) : SearchQuery.parse(typed);
    }

    /**
     * True where the last word is taken for the beginning of one: it is until a blank ends it, whatever is done with the hits, so
     * that what is listed is what is narrowed down, exported, proposed for and made a policy of.
     */
    private boolean goesOn() {
        return !typed.isBlank() && !Character.isWhitespace(typed.charAt(typed.length() - 1));
    }

    /** The best so many. */
    Wanted wanted(int limit, Order by) {
        return new Wanted(typed, goesOn(), mode, by, narrowed, limit);
    }
}
