package io.countersign.app.shell;

import io.countersign.app.FirstRun;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.FileChoosers;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Reads more mail into a mailbox that has some: by a command, or from files dropped onto the window. For the JavaFX thread. */
final class MoreMail {
    private final FirstRun imports;
    private final FileChoosers files;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Texts texts;
    private final Formats formats;
    private final Runnable onChanged;

    /** {@code onChanged} runs when an import has ended, whatever it stored. */
    MoreMail(
            FirstRun imports,
            FileChoosers files,
            BackgroundTasks tasks,
            Toasts toasts,
            Texts texts,
            Formats formats,
            Runnable onChanged) {
        this.imports = imports;
        this.files = files;
        this.tasks = tasks;
        this.toasts = toasts;
        this.texts = texts;
        this.formats = formats;
        this.onChanged = onChanged;
    }

    /** Commands that ask for files or a folder; they can run when {@code ready}. */
    List<Command> commands(BooleanSupplier ready) {
        return List.of(
                Command.of(
                                "mail.files",
                                texts.get("command.import.files"),
                                texts.get("section.mail"),
                                this::askForFiles)
                        .keys("Shortcut+O")
                        .when(ready),
                Command.of(
                                "mail.folder",
                                texts.get("command.import.folder"),
                                texts.get("section.mail"),
                                this::askForFolder)
                        .keys("Shortcut+Shift+O")
                        .when(ready));
    }

    /** Takes files that are dropped onto {@code node} while {@code ready}. */
    void acceptDrops(Node node, BooleanSupplier ready) {
        node.setOnDragOver(event -> {
            if (ready.getAsBoolean() && event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.setOnDragDropped(event -> {
            if (ready.getAsBoolean()) {
                dropped(event);
            }
        });
    }

    private void dropped(DragEvent event) {
        List<Path> paths =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!paths.isEmpty());
        event.consume();
        importPaths(paths);
    }

    /** Lets the person choose files and reads them. */
    void askForFiles() {
        importPaths(files.openFiles(texts.get("welcome.open.files.title")));
    }

    private void askForFolder() {
        importPaths(files.openFolder(texts.get("welcome.open.folder.title"))
                .map(List::of)
                .orElse(List.of()));
    }

    private void importPaths(List<Path> paths) {
        if (!paths.isEmpty()) {
            tasks.run(
                    "welcome.importing",
                    progress -> imports.importPaths(paths, progress),
                    this::imported,
                    _ -> onChanged.run());
        }
    }

    private void imported(long mails) {
        toasts.show(texts.get("import.done", mails, formats.number(mails)));
        onChanged.run();
    }
}
