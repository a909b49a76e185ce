package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import io.countersign.insight.ui.chart.OutcomeBars;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What became of a policy's proposals, as a bar. */
final class OutcomeCell extends TableCell<PolicyStats, PolicyStats> {
    private final InsightWords words;
    private final OutcomeBars bars = new OutcomeBars();
    private final Tooltip tooltip = new Tooltip();

    OutcomeCell(InsightWords words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable PolicyStats stats, boolean empty) {
        super.updateItem(stats, empty);
        if (empty || stats == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        bars.show(stats.approved(), stats.rejected(), stats.pending());
        tooltip.setText(words.outcome(stats));
        setGraphic(InsightWords.hasOutcome(stats) ? bars : null);
        setTooltip(tooltip);
        setAccessibleText(stats.name() + ", " + tooltip.getText());
    }
}
