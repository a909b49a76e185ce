package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Sets up the columns of the table of policies. */
final class PolicyTable {
    private final TableView<PolicyStats> table;
    private final InsightWords words;

    private PolicyTable(TableView<PolicyStats> table, InsightWords words) {
        this.table = table;
        this.words = words;
    }

    static void prepare(TableView<PolicyStats> table, InsightWords words) {
        var made = new PolicyTable(table, words);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        made.name();
        made.number("fired", 64, PolicyStats::fired, stats -> words.number(stats.fired()), _ -> "");
        made.outcome();
        made.number(
                "precision", 86, stats -> stats.decidedPrecision().orElse(-1), words::precision, words::precisionHelp);
        made.number("interval", 116, stats -> stats.precisionLow().orElse(-1), words::interval, words::precisionHelp);
        made.number("recall", 68, stats -> stats.recall().orElse(-1), words::recall, words::recallHelp);
    }

    private void name() {
        var column = column("policy", 150, PolicyStats::name, Comparator.naturalOrder());
        column.setCellFactory(_ -> new TextCell<>(PolicyStats::name, PolicyStats::name, "strong"));
    }

    private void outcome() {
        var column = column("outcome", 170, PolicyStats::approved, Comparator.naturalOrder());
        column.setCellFactory(_ -> new OutcomeCell(words));
    }

    private <T extends Comparable<T>> void number(
            String id,
            double width,
            Function<PolicyStats, T> value,
            Function<PolicyStats, String> text,
            Function<PolicyStats, String> help) {
        var column = column(id, width, value, Comparator.naturalOrder());
        column.getStyleClass().add("num");
        column.setMaxWidth(width * 1.3);
        column.setCellFactory(_ -> new TextCell<>(text, help, "num"));
    }

    private <T> TableColumn<PolicyStats, T> column(
            String id, double width, Function<PolicyStats, T> value, Comparator<T> order) {
        var column = new TableColumn<PolicyStats, T>(words.get("insights.column." + id));
        column.setId(id);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private static final class TextCell<T> extends TableCell<PolicyStats, T> {
        private final Function<PolicyStats, String> text;
        private final Function<PolicyStats, String> help;
        private final Tooltip tooltip = new Tooltip();

        TextCell(Function<PolicyStats, String> text, Function<PolicyStats, String> help, String styleClass) {
            this.text = text;
            this.help = help;
            getStyleClass().add(styleClass);
            setWrapText(true);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(340);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            var stats = empty ? null : getTableRow().getItem();
            setText(stats == null ? "" : text.apply(stats));
            var why = stats == null ? "" : help.apply(stats);
            tooltip.setText(why);
            setTooltip(why.isEmpty() ? null : tooltip);
            setAccessibleHelp(why);
        }
    }

    private static final class OutcomeCell extends TableCell<PolicyStats, Long> {
        private final InsightWords words;
        private final OutcomeBar bar = new OutcomeBar();
        private final Label text = new Label();
        private final Tooltip tooltip = new Tooltip();
        private final VBox both = new VBox(bar, text);

        OutcomeCell(InsightWords words) {
            this.words = words;
            both.getStyleClass().add("outcome");
            text.getStyleClass().addAll("muted", "small");
            text.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Long item, boolean empty) {
            super.updateItem(item, empty);
            var stats = empty ? null : getTableRow().getItem();
            if (stats == null) {
                setGraphic(null);
                setTooltip(null);
            } else {
                bar.show(stats);
                text.setText(words.outcomeInShort(stats));
                tooltip.setText(words.outcome(stats));
                setGraphic(both);
                setTooltip(tooltip);
                setAccessibleText(tooltip.getText());
            }
        }
    }
}
