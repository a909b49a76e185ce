package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import io.countersign.insight.ui.chart.IntervalBar;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A share of a policy with its interval, in figures and drawn. */
final class ShareCell extends TableCell<PolicyStats, PolicyStats> {
    private final Function<PolicyStats, Share> share;
    private final IntervalBar bar = new IntervalBar();
    private final Label figure = new Label();
    private final Label range = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final VBox both;

    /**
     * What is shown.
     *
     * @param range the interval in figures, or what is missing until there is one
     * @param drawn what is drawn; empty for nothing
     */
    record Share(String figure, String range, String help, Optional<Drawn> drawn) {}

    /** An interval, 0..1, and the estimate in it. */
    record Drawn(double low, double value, double high, boolean thin) {}

    ShareCell(Function<PolicyStats, Share> share) {
        this.share = share;
        getStyleClass().add("num");
        figure.getStyleClass().addAll("num", "share-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        range.getStyleClass().addAll("num", "muted", "share-range");
        range.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var first = new HBox(bar, figure);
        first.getStyleClass().add("share-first");
        both = new VBox(first, range);
        both.getStyleClass().add("share-cell");
        both.setMinWidth(0);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
    }

    @Override
    protected void updateItem(@Nullable PolicyStats stats, boolean empty) {
        super.updateItem(stats, empty);
        if (empty || stats == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        var shown = share.apply(stats);
        figure.setText(shown.figure());
        range.setText(shown.range());
        range.setVisible(!shown.range().isEmpty());
        range.setManaged(range.isVisible());
        bar.setVisible(shown.drawn().isPresent());
        shown.drawn().ifPresent(drawn -> bar.show(drawn.low(), drawn.value(), drawn.high(), drawn.thin()));
        tooltip.setText(shown.help());
        setGraphic(both);
        setTooltip(tooltip);
        setAccessibleText(
                stats.name() + ", " + getTableColumn().getText() + ": " + shown.figure() + ". " + shown.range());
        setAccessibleHelp(shown.help());
    }
}
