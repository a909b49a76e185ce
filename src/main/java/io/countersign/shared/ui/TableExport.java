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

    /** Like {@link Writing}, of rows that may be too many for one file. */
    @FunctionalInterface
    public interface PartWriting {
        Written write(Path file, Progress progress);
    }

    /**
     * What was written.
     *
     * @param more true where there are more rows than that
     */
    public record Written(int rows, boolean more) {}

    /**
     * With texts whose keys begin so: {@code .export.title}, {@code .exporting}, {@code .exported}, {@code .export.cancelled};
     * for {@link #askForPart} also {@code .exported.part}.
     */
    public TableExport(WindowPorts ports, String texts) {
        this.ports = ports;
        this.texts = texts;
    }

    /** Asks where to, then writes; does nothing while it runs. */
    public void ask(String suggestedName, Writing writing) {
        askForPart(suggestedName, (file, progress) -> new Written(writing.write(file, progress), false));
    }

    /** The same; says so where not everything was written. */
    public void askForPart(String suggestedName, PartWriting writing) {
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

    private void write(Path file, PartWriting writing) {
        running.set(true);
        ports.tasks()
                .run(
                        texts + ".exporting",
                        progress -> writing.write(file, progress),
                        done -> written(done, file),
                        this::failed);
    }

    private void written(Written done, Path file) {
        running.set(false);
        ports.toasts()
                .show(ports.texts()
                        .get(
                                texts + (done.more() ? ".exported.part" : ".exported"),
                                done.rows(),
                                ports.formats().number(done.rows()),
                                String.valueOf(file.getFileName())));
    }

    private void failed(Throwable why) {
        running.set(false);
        if (why instanceof CancellationException) {
            ports.toasts().show(ports.texts().get(texts + ".export.cancelled"));
        }
    }
}
