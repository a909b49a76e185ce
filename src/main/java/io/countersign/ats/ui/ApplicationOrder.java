package io.countersign.ats.ui;

import io.countersign.ats.NextStep;
import io.countersign.shared.ui.WordOrder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the list is ordered: by one column after the other; without any by rank. */
record ApplicationOrder(List<Key> keys) {
    static final ApplicationOrder RANK = new ApplicationOrder(List.of());

    /** The columns of the list. */
    enum Column {
        COMPANY,
        STAGE,
        SILENT,
        RISK,
        REPLY,
        STEP
    }

    record Key(Column column, boolean ascending) {}

    ApplicationOrder {
        keys = List.copyOf(keys);
    }

    /** The same rows in this order, words as that language orders them; rows that are alike stay as they were. */
    List<ApplicationRow> apply(List<ApplicationRow> rows, Locale locale) {
        return keys.isEmpty()
                ? rows
                : rows.stream()
                        .sorted(keys.stream()
                                .map(key -> key.ascending()
                                        ? by(key.column(), rows, locale)
                                        : by(key.column(), rows, locale).reversed())
                                .reduce(Comparator::thenComparing)
                                .orElseThrow())
                        .toList();
    }

    private static Comparator<ApplicationRow> by(Column column, List<ApplicationRow> rows, Locale locale) {
        return switch (column) {
            case COMPANY ->
                WordOrder.of(ApplicationRow::company, rows, locale)
                        .thenComparing(WordOrder.of(ApplicationRow::role, rows, locale));
            case STAGE -> Comparator.comparing(ApplicationRow::stage);
            case SILENT -> Comparator.comparingInt(row -> row.outlook().daysSilent());
            case RISK -> Comparator.comparingDouble(row -> row.outlook().ghostingRisk());
            case REPLY -> Comparator.comparingDouble(row -> row.outlook().replyOdds14d());
            case STEP -> Comparator.comparing(row -> day(row.step()));
        };
    }

    /** When something is to be done, else until when there is nothing to do. */
    private static LocalDate day(NextStep step) {
        return step.dueDate().orElseGet(() -> switch (step) {
            case NextStep.Prepare(var talk) -> LocalDate.ofEpochDay(talk.getEpochSecond() / 86_400);
            case NextStep.Wait(var until) -> until;
            default -> LocalDate.MAX;
        });
    }
}
