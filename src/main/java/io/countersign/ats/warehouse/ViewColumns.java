package io.countersign.ats.warehouse;

import io.countersign.shared.CountersignException;
import io.countersign.shared.text.OneLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the columns of the view stand in a table, whatever their order and case. Immutable. */
public final class ViewColumns {
    /** What the view is called. */
    public static final String VIEW = "vw_applications_enriched";

    private static final int MOST_NAMED = 20;

    private final Map<ViewColumn, Integer> places = new EnumMap<>(ViewColumn.class);
    private final List<String> ignored = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();

    private ViewColumns(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            var heading = headings.get(i).strip();
            var column = named(heading);
            if (column.isEmpty()) {
                ignored.add(OneLine.of(heading));
            } else if (places.putIfAbsent(column.get(), i) != null) {
                repeated.add(heading);
            }
        }
    }

    private static Optional<ViewColumn> named(String heading) {
        var name = heading.toLowerCase(Locale.ROOT);
        return Stream.of(ViewColumn.values())
                .filter(column -> column.heading().equals(name))
                .findFirst();
    }

    /**
     * Finds the columns below their headings.
     *
     * @param source the file or view, for the message
     * @throws CountersignException.Invalid that names those that are missing or stand there twice
     */
    public static ViewColumns find(String source, List<String> headings) {
        var columns = new ViewColumns(headings);
        var missing = Stream.of(ViewColumn.values())
                .filter(ViewColumn::isRequired)
                .filter(column -> !columns.places.containsKey(column))
                .map(ViewColumn::heading)
                .toList();
        if (!missing.isEmpty()) {
            throw new CountersignException.Invalid(
                    source,
                    (missing.size() == 1 ? "The column " : "The columns ") + String.join(", ", missing)
                            + (missing.size() == 1 ? " is missing" : " are missing") + "; " + VIEW + " has "
                            + all() + ". Nothing was imported.");
        }
        if (!columns.repeated.isEmpty()) {
            throw new CountersignException.Invalid(
                    source,
                    "The heading names " + String.join(", ", columns.repeated)
                            + " more than once. Nothing was imported.");
        }
        return columns;
    }

    private static String all() {
        return Stream.of(ViewColumn.values())
                .map(column -> column.heading() + (column.isRequired() ? "" : " (may be missing)"))
                .collect(Collectors.joining(", "));
    }

    /** How many of the columns a heading names; to find out how it is separated. */
    static long known(List<String> headings) {
        return headings.stream()
                .flatMap(heading -> named(heading.strip()).stream())
                .distinct()
                .count();
    }

    /** The place of a column, from 0; empty for one that may be missing and is. */
    public Optional<Integer> place(ViewColumn column) {
        return Optional.ofNullable(places.get(column));
    }

    /** A sentence that names the columns which are not read; empty when all are. */
    public Optional<String> warning(String source) {
        if (ignored.isEmpty()) {
            return Optional.empty();
        }
        var names = ignored.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = ignored.size() - MOST_NAMED;
        return Optional.of(source + ": ignored the " + (ignored.size() == 1 ? "column " : "columns ") + names
                + (more > 0 ? " and " + more + " more" : ""));
    }
}
