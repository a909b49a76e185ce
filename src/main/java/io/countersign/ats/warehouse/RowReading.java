package io.countersign.ats.warehouse;

import io.countersign.ats.Application;
import io.countersign.ats.WarehouseRow;
import io.countersign.mail.Stage;
import io.countersign.shared.CountersignException;
import io.countersign.shared.text.OneLine;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns the cells of one line of the view into a row. Immutable. */
public final class RowReading {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final int LONGEST_SHOWN = 60;
    private static final Set<String> NOTHING = Set.of("", "null", "\\n", "nan", "nat", "none", "n/a", "-");

    private final StageWords stages;

    public RowReading(StageWords stages) {
        this.stages = stages;
    }

    /**
     * Reads a line; names that are too long are cut.
     *
     * @param where the source and the line, for the message
     * @param cells the text of a column; empty where there is none
     * @throws CountersignException.Invalid that names column and content of a cell that cannot be read
     */
    public WarehouseRow read(String where, Function<ViewColumn, String> cells) {
        var line = new Line(where, cells);
        var id = line.text(ViewColumn.APPLICATION_ID, LONGEST_ID);
        if (id.isEmpty()) {
            throw line.refuse(ViewColumn.APPLICATION_ID, "is empty, and without it a row cannot be known again");
        }
        return new WarehouseRow(
                id,
                systemId(line.text(ViewColumn.SYSTEM, Application.LONGEST_NAME)),
                line.text(ViewColumn.COMPANY, Application.LONGEST_NAME),
                line.text(ViewColumn.EMAIL, LONGEST_EMAIL).toLowerCase(Locale.ROOT),
                stage(line),
                line.date(ViewColumn.LAST_STAGE_CHANGE),
                line.date(ViewColumn.INTERVIEW_DATE),
                Optional.of(line.text(ViewColumn.ROLE, Application.LONGEST_NAME))
                        .filter(role -> !role.isEmpty()));
    }

    /** Systems are known by one word in lower case: {@code Smart Recruiters} is {@code smartrecruiters}. */
    private static String systemId(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private Optional<Stage> stage(Line line) {
        var words = line.text(ViewColumn.STAGE, Application.LONGEST_NAME);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(stages.stage(words)
                .orElseThrow(() -> line.refuse(
                        ViewColumn.STAGE,
                        "is no stage that is known here; known are applied, assessment, screening, interview,"
                                + " final_round, offer, rejected, withdrawn, hired and their usual names")));
    }

    private record Line(String where, Function<ViewColumn, String> cells) {
        String text(ViewColumn column, int longest) {
            var text = OneLine.of(cells.apply(column));
            if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
                return "";
            }
            return cut(text, longest);
        }

        Optional<Instant> date(ViewColumn column) {
            var text = text(column, Application.LONGEST_NAME);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(CellDates.read(text)
                    .orElseThrow(
                            () -> refuse(column, "is no date; it is written like 2026-03-01 or 2026-03-01T14:30:00Z")));
        }

        CountersignException.Invalid refuse(ViewColumn column, String reason) {
            var text = OneLine.of(cells.apply(column));
            var shown = text.isEmpty() ? "The column " : "'" + cut(text, LONGEST_SHOWN) + "' in column ";
            return new CountersignException.Invalid(
                    where, shown + column.heading() + " " + reason + ". Nothing was imported.");
        }

        private static String cut(String text, int longest) {
            if (text.length() <= longest) {
                return text;
            }
            return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
        }
    }
}
