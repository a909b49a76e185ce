package io.countersign.shared.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own choosers; they remember the folder that was used last. */
public final class FxFileChoosers implements FileChoosers {
    private final Window owner;
    private @Nullable File folder;

    public FxFileChoosers(Window owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> openFiles(String title) {
        var chosen = fileChooser(title).showOpenMultipleDialog(owner);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        folder = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        var chosen = Optional.ofNullable(chooser.showDialog(owner));
        chosen.ifPresent(f -> folder = f);
        return chosen.map(File::toPath);
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        var chooser = fileChooser(title);
        chooser.setInitialFileName(suggestedName);
        var chosen = Optional.ofNullable(chooser.showSaveDialog(owner));
        chosen.ifPresent(f -> folder = f.getParentFile());
        return chosen.map(File::toPath);
    }

    private FileChooser fileChooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }
}
