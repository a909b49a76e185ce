package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Sets up the table of policies: each number opens its mails, by mouse or by arrow keys and Enter. */
final class PolicyTable {
    private static final double NUMBER_GROWTH = 1.3;
    private static final double PADDING = 2;

    private final TableView<PolicyStats> table;

    private PolicyTable(TableView<PolicyStats> table) {
        this.table = table;
    }

    static PolicyTable prepare(TableView<PolicyStats> table, InsightsViewModel model, InsightWords words) {
        var made = new PolicyTable(table);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.addEventFilter(KeyEvent.KEY_PRESSED, made::pressed);
        table.getColumns().addAll(new PolicyColumns(model, words).all());
        return made;
    }

    /** Gives the columns their widths at this text size; where there is no room for them all, the table scrolls sideways. */
    void fit(double em, double width) {
        var shown = columns();
        double needed = shown.stream()
                .filter(PolicyColumn::isVisible)
                .mapToDouble(column -> column.narrowestEm() * em)
                .sum();
        boolean all = width >= needed + PADDING;
        table.setColumnResizePolicy(
                all ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN : TableView.UNCONSTRAINED_RESIZE_POLICY);
        double extra = all ? width - PADDING - needed : 0;
        shown.forEach(column -> fit(column, em, extra));
    }

    private static void fit(PolicyColumn column, double em, double extra) {
        double narrowest = Math.floor(column.narrowestEm() * em);
        column.setMinWidth(narrowest);
        column.setPrefWidth(narrowest + extra * grows(column));
        if (column.getStyleClass().contains("num")) {
            column.setMaxWidth(Math.max(narrowest, NUMBER_GROWTH * narrowest));
        }
    }

    private static double grows(PolicyColumn column) {
        return switch (column.getId()) {
            case "policy" -> 0.55;
            case "outcome" -> 0.45;
            default -> 0;
        };
    }

    private List<PolicyColumn> columns() {
        return table.getColumns().stream().map(PolicyColumn.class::cast).toList();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() != KeyCode.ENTER && key.getCode() != KeyCode.SPACE) {
            return;
        }
        var cell = table.getFocusModel().getFocusedCell();
        if (cell.getTableColumn() instanceof PolicyColumn column
                && cell.getRow() >= 0
                && cell.getRow() < table.getItems().size()) {
            column.press(table.getItems().get(cell.getRow()));
            key.consume();
        }
    }
}
