package io.countersign.approval.ui;

import io.countersign.approval.ui.ActivityViewModel.Line;
import java.util.List;

/** A row of the log as it is listed: one event, or many of one decision together. */
sealed interface LogRow {
    /** True below the open run that it belongs to. */
    boolean inside();

    /** One event. */
    record Single(Line line, boolean inside) implements LogRow {}

    /** Consecutive lines of one batch that tell of the same event, newest first. */
    record Run(List<Line> lines, boolean open) implements LogRow {
        public Run {
            lines = List.copyOf(lines);
        }

        @Override
        public boolean inside() {
            return false;
        }

        Line newest() {
            return lines.getFirst();
        }
    }
}
