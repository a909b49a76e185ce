package io.countersign.app;

import io.countersign.shared.ui.Dialogs;
import io.countersign.shared.ui.FileChoosers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Answers where nobody can be asked: always no. */
final class NoQuestions implements Dialogs, FileChoosers {
    @Override
    public boolean confirm(String title, String message, String yes) {
        return false;
    }

    @Override
    public <T> Optional<T> choose(String title, String message, List<T> options) {
        return Optional.empty();
    }

    @Override
    public void error(String title, String message) {}

    @Override
    public List<Path> openFiles(String title) {
        return List.of();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName) {
        return Optional.empty();
    }
}
