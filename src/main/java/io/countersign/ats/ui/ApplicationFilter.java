package io.countersign.ats.ui;

import io.countersign.shared.text.TextFold;
import java.time.LocalDate;
import java.util.List;

/**
 * Which applications are shown.
 *
 * @param text every word must occur in company, role, system or requisition
 */
record ApplicationFilter(String text, Scope scope) {
    static final ApplicationFilter OPEN = new ApplicationFilter("", Scope.OPEN);

    /** What can be chosen. */
    enum Scope {
        OPEN,
        ACTION,
        ENDED,
        ALL
    }

    ApplicationFilter withText(String changed) {
        return new ApplicationFilter(changed, scope);
    }

    ApplicationFilter withScope(Scope changed) {
        return new ApplicationFilter(text, changed);
    }

    /** Those that pass, in their order. */
    List<ApplicationRow> apply(List<ApplicationRow> rows, LocalDate today) {
        var inScope = rows.stream().filter(row -> passes(row, today)).toList();
        return withText(inScope);
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

    private boolean passes(ApplicationRow row, LocalDate today) {
        return switch (scope) {
            case OPEN -> !row.isEnded();
            case ACTION -> row.needsAction(today);
            case ENDED -> row.isEnded();
            case ALL -> true;
        };
    }
}
