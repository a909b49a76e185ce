package io.countersign.money.ui;

import io.countersign.money.ReceiptCsv;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.SplitMenuButton;

/** Exports what the table shows; how, is chosen in its menu. */
final class ExportButton extends SplitMenuButton {
    private final CsvExport export;
    private final CheckMenuItem mark;
    private final CheckMenuItem comma;

    ExportButton(ReceiptsViewModel model, MoneyWords words) {
        export = model.csv();
        mark = new CheckMenuItem(words.get("money.export.mark"));
        comma = new CheckMenuItem(words.get("money.export.comma"));
        setId("export");
        setText(words.get("money.export"));
        getStyleClass().add("act");
        setMinWidth(USE_PREF_SIZE);
        getItems().addAll(mark, comma);
        setOnAction(_ -> model.export());
        mark.selectedProperty().subscribe((_, _) -> choose());
        comma.selectedProperty().subscribe((_, _) -> choose());
        export.optionsProperty().subscribe(options -> {
            mark.setSelected(options.byteOrderMark());
            comma.setSelected(options.decimalComma());
        });
        disableProperty()
                .bind(export.runningProperty()
                        .or(Bindings.isEmpty(model.rows()))
                        .or(Bindings.createBooleanBinding(
                                () -> model.filterProperty().get().withoutAmount(), model.filterProperty())));
    }

    private void choose() {
        export.optionsProperty().set(new ReceiptCsv.Options(mark.isSelected(), comma.isSelected()));
    }
}
