package io.countersign.shared.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the files that the test decided on before, none at first, and keeps the names that were suggested. */
public final class ScriptedFiles implements FileChoosers {
    private final List<String> suggested = new ArrayList<>();
    private List<Path> chosen = List.of();
    private Optional<Path> target = Optional.empty();

    /** Which file the person opens from now on. */
    public ScriptedFiles choose(Path file) {
        chosen = List.of(file);
        return this;
    }

    /** Where the person saves files from now on. */
    public void saveTo(Path file) {
        target = Optional.of(file);
    }

    /** The names that were suggested for files to write, in their order. */
    public List<String> suggested() {
        return suggested;
    }

    @Override
    public List<Path> openFiles(String title) {
        return chosen;
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        suggested.add(suggestedName);
        return target;
    }
}
