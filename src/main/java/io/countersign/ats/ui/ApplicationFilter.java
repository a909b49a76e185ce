package io.countersign.ats.ui;

import io.countersign.ats.odds.FunnelPart;
import io.countersign.shared.text.TextFold;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which applications are shown.
 *
 * @param text every word must occur in company, role, system or requisition
 * @param part only those that a figure of the funnel counts
 */
record ApplicationFilter(String text, Scope scope, Optional<FunnelPart> part) {
    static final ApplicationFilter OPEN = new ApplicationFilter("", Scope.OPEN, Optional.empty());
    static final ApplicationFilter ALL = new ApplicationFilter("", Scope.ALL, Optional.empty());

    /** What can be chosen. */
    enum Scope {
        OPEN,
        ACTION,
        ENDED,
        ALL
    }

    ApplicationFilter withText(String changed) {
        return new ApplicationFilter(changed, scope, part);
    }

    ApplicationFilter withScope(Scope changed) {
        return new ApplicationFilter(text, changed, part);
    }

    /** All that a figure of the funnel counts. */
    static ApplicationFilter of(FunnelPart part) {
        return new ApplicationFilter("", Scope.ALL, Optional.of(part));
    }

    /** Those that pass, in their order. */
    List<ApplicationRow> apply(List<ApplicationRow> rows, LocalDate today) {
        var inScope =
                inPart(rows).stream().filter(row -> passes(row, scope, today)).toList();
        return withText(inScope);
    }

    /** How many rows each scope has within the part. */
    Map<Scope, Integer> counts(List<ApplicationRow> rows, LocalDate today) {
        var inPart = inPart(rows);
        var counts = new EnumMap<Scope, Integer>(Scope.class);
        for (var each : Scope.values()) {
            counts.put(each, (int)
                    inPart.stream().filter(row -> passes(row, each, today)).count());
        }
        return counts;
    }

    private List<ApplicationRow> inPart(List<ApplicationRow> rows) {
        return part.map(only -> rows.stream()
                        .filter(row -> only.holds(row.application()))
                        .toList())
                .orElse(rows);
    }

    /** Those that the text alone lets pass, in their order. */
    List<ApplicationRow> withText(List<ApplicationRow> rows) {
        var words = List.of(TextFold.fold(text).strip().split("\\s+", -1));
        return text.isBlank()
                ? rows
                : rows.stream()
                        .filter(row -> words.stream().allMatch(row.folded()::contains))
                        .toList();
    }

    private static boolean passes(ApplicationRow row, Scope scope, LocalDate today) {
        return switch (scope) {
            case OPEN -> !row.isEnded();
            case ACTION -> row.needsAction(today);
            case ENDED -> row.isEnded();
            case ALL -> true;
        };
    }
}
