package io.countersign.money.ui;

import io.countersign.money.Receipt;
import io.countersign.money.ReceiptCsv;
import io.countersign.shared.ui.TableExport;
import io.countersign.shared.ui.WindowPorts;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Writes receipts into a file of the person's choice, in the background. UI thread only. */
final class CsvExport {
    private final TableExport export;
    private final ObjectProperty<ReceiptCsv.Options> options = new SimpleObjectProperty<>(ReceiptCsv.Options.STANDARD);

    CsvExport(WindowPorts ports) {
        export = new TableExport(ports, "money");
    }

    /** Asks where to, then writes; does nothing while it runs or when there is nothing to write. */
    void ask(List<Receipt> receipts, LocalDate today) {
        if (!receipts.isEmpty()) {
            var csv = new ReceiptCsv(options.get());
            export.ask("receipts-" + today + ".csv", (file, progress) -> {
                csv.save(receipts, file, progress);
                return receipts.size();
            });
        }
    }

    /** True while a file is being written. */
    ReadOnlyBooleanProperty runningProperty() {
        return export.runningProperty();
    }

    ObjectProperty<ReceiptCsv.Options> optionsProperty() {
        return options;
    }
}
