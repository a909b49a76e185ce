package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A policy's name, or one of its numbers. */
final class FigureCell extends TableCell<PolicyStats, PolicyStats> {
    private final Function<PolicyStats, String> text;
    private final Function<PolicyStats, String> help;
    private final Tooltip tooltip = new Tooltip();

    FigureCell(Function<PolicyStats, String> text, Function<PolicyStats, String> help, String styleClass) {
        this.text = text;
        this.help = help;
        getStyleClass().add(styleClass);
        setWrapText(!styleClass.equals("num"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
    }

    @Override
    protected void updateItem(@Nullable PolicyStats stats, boolean empty) {
        super.updateItem(stats, empty);
        if (empty || stats == null) {
            setText("");
            setTooltip(null);
            return;
        }
        setText(text.apply(stats));
        tooltip.setText(help.apply(stats));
        setTooltip(tooltip.getText().isEmpty() ? null : tooltip);
        setAccessibleText(stats.name() + ", " + getTableColumn().getText() + ": " + getText());
        setAccessibleHelp(tooltip.getText());
    }
}
