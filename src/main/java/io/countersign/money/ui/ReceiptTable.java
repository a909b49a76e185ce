package io.countersign.money.ui;

import io.countersign.money.ui.ReceiptOrder.Column;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** Sets up the table of receipts: its columns, its order, its selection, and which columns there is room for. */
final class ReceiptTable {
    private static final double ROW_EM = 2.9;
    private static final double NARROWEST_EM = 6.2;
    private static final double ROOM_FOR_WHAT_EM = 56;
    private static final double ROOM_FOR_EVIDENCE_EM = 66;

    private final TableView<ReceiptRow> table;
    private final ReceiptsViewModel model;
    private final MoneyWords words;
    private final Map<TableColumn<ReceiptRow, ReceiptRow>, Double> widths = new HashMap<>();
    private double em = 13;
    private final Map<Column, TableColumn<ReceiptRow, ReceiptRow>> columns = new EnumMap<>(Column.class);

    private ReceiptTable(TableView<ReceiptRow> table, ReceiptsViewModel model, MoneyWords words) {
        this.table = table;
        this.model = model;
        this.words = words;
    }

    static void prepare(
            TableView<ReceiptRow> table, ReceiptsViewModel model, MoneyWords words, ReadOnlyObjectProperty<Font> font) {
        var made = new ReceiptTable(table, model, words);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        made.columns();
        made.order();
        made.selection();
        table.setItems(model.rows());
        table.setRowFactory(_ -> new ReceiptTableRow(words));
        font.subscribe(made::fitTo);
        table.widthProperty().subscribe(_ -> made.arrange());
    }

    private void columns() {
        text(Column.DATE, 8.6, row -> words.date(row.date()));
        text(Column.MERCHANT, 12, words::merchant).getStyleClass().add("strong");
        text(Column.WHAT, 16, words::what);
        column(Column.KIND, 14.2).setCellFactory(_ -> new KindCell(words));
        column(Column.AMOUNT, 8).setCellFactory(_ -> new AmountCell(words));
        of(Column.AMOUNT).getStyleClass().add("num");
        text(Column.CURRENCY, 6.2, ReceiptRow::currency);
        text(Column.EVIDENCE, 13, words::evidence).getStyleClass().add("quiet");
    }

    private TableColumn<ReceiptRow, ReceiptRow> of(Column column) {
        return Objects.requireNonNull(columns.get(column), column.name());
    }

    private TableColumn<ReceiptRow, ReceiptRow> text(Column id, double width, Function<ReceiptRow, String> text) {
        var column = column(id, width);
        column.setCellFactory(_ -> new TextCell(text));
        return column;
    }

    private TableColumn<ReceiptRow, ReceiptRow> column(Column id, double width) {
        var name = id.name().toLowerCase(Locale.ROOT);
        var column = new TableColumn<ReceiptRow, ReceiptRow>(words.get("money.column." + name));
        column.setId("money." + name);
        widths.put(column, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        columns.put(id, column);
        table.getColumns().add(column);
        return column;
    }

    // The model orders the rows, off the UI thread; the table only says how.
    private void order() {
        of(Column.DATE).setSortType(SortType.DESCENDING);
        of(Column.AMOUNT).setSortType(SortType.DESCENDING);
        table.setSortPolicy(_ -> {
            model.orderProperty()
                    .set(new ReceiptOrder(
                            table.getSortOrder().stream().map(this::key).toList()));
            return true;
        });
    }

    private ReceiptOrder.Key key(TableColumn<ReceiptRow, ?> sorted) {
        var column = columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(sorted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return new ReceiptOrder.Key(column, sorted.getSortType() == SortType.ASCENDING);
    }

    private void selection() {
        var selection = table.getSelectionModel();
        selection.selectedItemProperty().subscribe(row -> {
            if (row != null && !model.isReplacing()) {
                model.selectedProperty().set(Optional.of(row));
            }
        });
        model.generationProperty().subscribe(_ -> follow());
        model.selectedProperty().subscribe(_ -> follow());
    }

    private void follow() {
        if (model.isReplacing()) {
            return;
        }
        var selection = table.getSelectionModel();
        int index = model.selectedProperty().get().map(model.rows()::indexOf).orElse(-1);
        if (index < 0) {
            selection.clearSelection();
        } else if (selection.getSelectedIndex() != index) {
            selection.clearAndSelect(index);
            table.getFocusModel().focus(index);
            table.scrollTo(Math.max(0, index - 3));
        }
    }

    private void arrange() {
        of(Column.WHAT).setVisible(table.getWidth() >= ROOM_FOR_WHAT_EM * em);
        of(Column.EVIDENCE).setVisible(table.getWidth() >= ROOM_FOR_EVIDENCE_EM * em);
    }

    /** Rows and columns as large as the letters ask for. */
    private void fitTo(Font font) {
        em = font.getSize();
        table.setFixedCellSize(Math.rint(ROW_EM * em));
        widths.forEach((column, width) -> {
            column.setMinWidth(Math.rint(Math.min(width, NARROWEST_EM) * em));
            column.setPrefWidth(Math.rint(width * em));
        });
        of(Column.DATE).setMinWidth(Math.rint(8.6 * em));
        of(Column.KIND).setMinWidth(Math.rint(8.8 * em));
        arrange();
    }

    private static final class TextCell extends TableCell<ReceiptRow, ReceiptRow> {
        private final Function<ReceiptRow, String> text;

        TextCell(Function<ReceiptRow, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable ReceiptRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }
}
