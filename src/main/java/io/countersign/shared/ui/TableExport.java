package io.countersign.shared.ui;

import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Writes what a list shows into a file of the person's choice, in the background, one at a time. For the JavaFX thread. */
public final class TableExport {
    private final WindowPorts ports;
    private final String texts;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /** Writes a file, all or nothing, and says how many rows. Not on the JavaFX thread. */
    @FunctionalInterface
    public interface Writing {
        int write(Path file, Progress progress);
    }

    /** With texts whose keys begin so: {@code .export.title}, {@code .exporting}, {@code .exported}, {@code .export.cancelled}. */
    public TableExport(WindowPorts ports, String texts) {
        this.ports = ports;
        this.texts = texts;
    }

    /** Asks where to, then writes; does nothing while it runs. */
    public void ask(String suggestedName, Writing writing) {
        if (!running.get()) {
            ports.files()
                    .saveFile(ports.texts().get(texts + ".export.title"), suggestedName)
                    .ifPresent(file -> write(file, writing));
        }
    }

    /** True while a file is being written. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    private void write(Path file, Writing writing) {
        running.set(true);
        ports.tasks()
                .run(
                        texts + ".exporting",
                        progress -> writing.write(file, progress),
                        count -> written(count, file),
                        this::failed);
    }

    private void written(int count, Path file) {
        running.set(false);
        ports.toasts()
                .show(ports.texts()
                        .get(
                                texts + ".exported",
                                count,
                                ports.formats().number(count),
                                String.valueOf(file.getFileName())));
    }

    private void failed(Throwable why) {
        running.set(false);
        if (why instanceof CancellationException) {
            ports.toasts().show(ports.texts().get(texts + ".export.cancelled"));
        }
    }
}
