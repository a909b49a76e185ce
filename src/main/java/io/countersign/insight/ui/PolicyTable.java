package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final double ALL_COLUMNS_EM = 52;
    private static final double NUMBER_GROWTH = 1.25;
    private static final List<String> LESS_IMPORTANT = List.of("interval", "recall");

    private final TableView<PolicyStats> table;
    private final InsightWords words;
    private final Map<TableColumn<PolicyStats, ?>, Double> widths = new LinkedHashMap<>();
    private double fittedEm;

    private PolicyTable(TableView<PolicyStats> table, InsightWords words) {
        this.table = table;
        this.words = words;
    }

    static PolicyTable prepare(TableView<PolicyStats> table, InsightWords words) {
        var made = new PolicyTable(table, words);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        made.name();
        made.number("fired", 5.2, PolicyStats::fired, stats -> words.number(stats.fired()), _ -> "");
        made.outcome();
        made.number(
                "precision", 7, stats -> stats.decidedPrecision().orElse(-1), words::precision, words::precisionHelp);
        made.number("interval", 8.8, stats -> stats.precisionLow().orElse(-1), words::interval, words::precisionHelp);
        made.number("recall", 5.4, stats -> stats.recall().orElse(-1), words::recall, words::recallHelp);
        return made;
    }

    /** Gives the columns their widths at this text size; what says least is left out where there is no room for it. */
    void fit(double em, double width) {
        if (em != fittedEm) {
            fittedEm = em;
            widths.forEach((column, wide) -> {
                column.setMinWidth(wide * em);
                column.setPrefWidth(wide * em);
                if (column.getStyleClass().contains("num")) {
                    column.setMaxWidth(NUMBER_GROWTH * wide * em);
                }
            });
        }
        boolean all = width >= ALL_COLUMNS_EM * em;
        for (var column : table.getColumns()) {
            column.setVisible(all || !LESS_IMPORTANT.contains(column.getId()));
        }
    }

    private void name() {
        var column = column("policy", 10, PolicyStats::name, Comparator.naturalOrder());
        column.setCellFactory(_ -> new TextCell<>(PolicyStats::name, PolicyStats::name, "strong"));
    }

    private void outcome() {
        var column = column("outcome", 12.4, PolicyStats::approved, Comparator.naturalOrder());
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
        column.setCellFactory(_ -> new TextCell<>(text, help, "num"));
    }

    private <T> TableColumn<PolicyStats, T> column(
            String id, double width, Function<PolicyStats, T> value, Comparator<T> order) {
        var column = new TableColumn<PolicyStats, T>(words.get("insights.column." + id));
        column.setId(id);
        widths.put(column, width);
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
            setWrapText(!styleClass.equals("num"));
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
                bar.setVisible(InsightWords.hasOutcome(stats));
                bar.setManaged(bar.isVisible());
                text.setText(words.outcomeInShort(stats));
                tooltip.setText(words.outcome(stats));
                setGraphic(both);
                setTooltip(tooltip);
                setAccessibleText(tooltip.getText());
            }
        }
    }
}
