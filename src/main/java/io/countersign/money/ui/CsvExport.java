package io.countersign.money.ui;

import io.countersign.money.Receipt;
import io.countersign.money.ReceiptCsv;
import io.countersign.shared.ui.WindowPorts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Writes receipts into a file of the person's choice, in the background. UI thread only. */
final class CsvExport {
    private final WindowPorts ports;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<ReceiptCsv.Options> options = new SimpleObjectProperty<>(ReceiptCsv.Options.STANDARD);

    CsvExport(WindowPorts ports) {
        this.ports = ports;
    }

    /** Asks where to, then writes; does nothing while it runs or when there is nothing to write. */
    void ask(List<Receipt> receipts, LocalDate today) {
        if (!receipts.isEmpty() && !running.get()) {
            ports.files()
                    .saveFile(ports.texts().get("money.export.title"), "receipts-" + today + ".csv")
                    .ifPresent(file -> write(receipts, file));
        }
    }

    /** True while a file is being written. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ObjectProperty<ReceiptCsv.Options> optionsProperty() {
        return options;
    }

    private void write(List<Receipt> receipts, Path file) {
        running.set(true);
        var csv = new ReceiptCsv(options.get());
        ports.tasks()
                .run(
                        "money.exporting",
                        progress -> {
                            csv.save(receipts, file, progress);
                            return receipts.size();
                        },
                        count -> written(count, file),
                        this::failed);
    }

    private void written(int count, Path file) {
        running.set(false);
        ports.toasts()
                .show(ports.texts()
                        .get(
                                "money.exported",
                                count,
                                ports.formats().number(count),
                                String.valueOf(file.getFileName())));
    }

    private void failed(Throwable why) {
        running.set(false);
        if (why instanceof CancellationException) {
            ports.toasts().show(ports.texts().get("money.export.cancelled"));
        }
    }
}
