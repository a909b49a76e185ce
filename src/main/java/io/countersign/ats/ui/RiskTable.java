package io.countersign.ats.ui;

import io.countersign.ats.ui.ApplicationOrder.Column;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** Sets up the table of applications: its columns, its order, its selection, and which columns there is room for. */
final class RiskTable {
    private static final double ROW_EM = 4.2;
    private static final double ROOM_FOR_REPLY_EM = 56;
    private static final double ROOM_FOR_BAR_EM = 48;
    private static final double ROOM_FOR_SILENT_EM = 45;
    private static final double ROOM_FOR_RISK_EM = 39;
    private static final double BAR_EM = 9.4;
    private static final double NUMBER_EM = 7.6;

    private final TableView<ApplicationRow> table;
    private final ApplicationsViewModel model;
    private final ListingViewModel listing;
    private final ApplicationWords words;
    private final Map<TableColumn<ApplicationRow, ApplicationRow>, double[]> widths = new HashMap<>();
    private final Map<Column, TableColumn<ApplicationRow, ApplicationRow>> columns = new EnumMap<>(Column.class);
    private double em = 13;

    private RiskTable(TableView<ApplicationRow> table, ApplicationsViewModel model, ApplicationWords words) {
        this.table = table;
        this.model = model;
        this.listing = model.listing();
        this.words = words;
    }

    static void prepare(
            TableView<ApplicationRow> table,
            ApplicationsViewModel model,
            ApplicationWords words,
            ReadOnlyObjectProperty<Font> font) {
        var made = new RiskTable(table, model, words);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        made.columns();
        made.order();
        made.selection();
        table.setItems(made.listing.rows());
        table.setRowFactory(_ -> new ApplicationTableRow(model, words));
        font.subscribe(made::fitTo);
        table.widthProperty().subscribe(_ -> made.arrange());
    }

    private void columns() {
        column(Column.COMPANY, 9.6, 18)
                .setCellFactory(_ -> new TwoLines((row, cell) -> {
                    cell.say(List.of(words.company(row)), words.role(row), "");
                    cell.getStyleClass().add("company");
                }));
        column(Column.STAGE, 9.2, 10.2).setCellFactory(_ -> new StageCell(words));
        number(Column.SILENT, 5.7, words::silent);
        column(Column.RISK, NUMBER_EM, BAR_EM).setCellFactory(_ -> new RiskCell(words));
        number(Column.REPLY, 9.3, words::reply);
        column(Column.STEP, 12.2, 18)
                .setCellFactory(_ -> new TwoLines((row, cell) -> cell.say(
                        words.steps(row),
                        words.why(row),
                        row.needsAction(words.days().today()) ? "accent" : "")));
    }

    private TableColumn<ApplicationRow, ApplicationRow> of(Column column) {
        return Objects.requireNonNull(columns.get(column), column.name());
    }

    private void number(Column id, double width, Function<ApplicationRow, String> text) {
        var column = column(id, width, width);
        column.getStyleClass().add("num");
        column.setCellFactory(_ -> new NumberCell(text));
    }

    private TableColumn<ApplicationRow, ApplicationRow> column(Column id, double least, double width) {
        var name = id.name().toLowerCase(Locale.ROOT);
        var column = new TableColumn<ApplicationRow, ApplicationRow>(words.get("applications.column." + name));
        column.setId("applications." + name);
        widths.put(column, new double[] {least, width});
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        columns.put(id, column);
        table.getColumns().add(column);
        return column;
    }

    // The model orders the rows, off the UI thread; the table only says how.
    private void order() {
        for (var falling : new Column[] {Column.SILENT, Column.RISK, Column.REPLY}) {
            of(falling).setSortType(SortType.DESCENDING);
        }
        table.setSortPolicy(_ -> {
            listing.orderProperty()
                    .set(new ApplicationOrder(
                            table.getSortOrder().stream().map(this::key).toList()));
            return true;
        });
    }

    private ApplicationOrder.Key key(TableColumn<ApplicationRow, ?> sorted) {
        var column = columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(sorted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return new ApplicationOrder.Key(column, sorted.getSortType() == SortType.ASCENDING);
    }

    private void selection() {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !listing.isReplacing()) {
                listing.selectedProperty().set(Optional.of(row));
            }
        });
        // Before the table itself takes it for the beginning of an edit.
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.enter();
                key.consume();
            }
        });
        // An application that opens below the list may cover the row that it was opened from.
        table.heightProperty()
                .subscribe(_ ->
                        Platform.runLater(() -> reveal(table.getSelectionModel().getSelectedIndex())));
        listing.generationProperty().subscribe(_ -> follow());
        listing.selectedProperty().subscribe(_ -> follow());
        model.tabProperty().subscribe(_ -> follow());
    }

    private void follow() {
        if (listing.isReplacing()) {
            return;
        }
        var selection = table.getSelectionModel();
        int index =
                listing.selectedProperty().get().map(listing.rows()::indexOf).orElse(-1);
        if (index < 0) {
            selection.clearSelection();
        } else if (selection.getSelectedIndex() != index) {
            selection.clearAndSelect(index);
            table.getFocusModel().focus(index);
            reveal(index);
        }
    }

    // A list that jumps under the eye at each key is tiring: it only moves for a row that is out of sight.
    private void reveal(int index) {
        boolean seen = table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() < index
                && flow.getLastVisibleCell().getIndex() > index;
        if (!seen && index >= 0) {
            table.scrollTo(Math.max(0, index - 1));
        }
    }

    private void arrange() {
        double width = table.getWidth() / em;
        of(Column.REPLY).setVisible(width >= ROOM_FOR_REPLY_EM);
        of(Column.SILENT).setVisible(width >= ROOM_FOR_SILENT_EM);
        of(Column.RISK).setVisible(width >= ROOM_FOR_RISK_EM);
        boolean bar = width >= ROOM_FOR_BAR_EM;
        of(Column.RISK).setMinWidth(Math.rint((bar ? BAR_EM : NUMBER_EM) * em));
    }

    /** Rows and columns as large as the letters ask for. */
    private void fitTo(Font font) {
        em = font.getSize();
        table.setFixedCellSize(Math.rint(ROW_EM * em));
        widths.forEach((column, width) -> {
            column.setMinWidth(Math.rint(width[0] * em));
            column.setPrefWidth(Math.rint(width[1] * em));
        });
        arrange();
    }

    private static final class NumberCell extends TableCell<ApplicationRow, ApplicationRow> {
        private final Function<ApplicationRow, String> text;

        NumberCell(Function<ApplicationRow, String> text) {
            this.text = text;
            getStyleClass().add("num");
        }

        @Override
        protected void updateItem(@Nullable ApplicationRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }
}
