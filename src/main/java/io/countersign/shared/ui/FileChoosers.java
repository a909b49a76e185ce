package io.countersign.shared.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for files and folders; a port, since the toolkit's own choosers need a display. For the JavaFX thread. */
public interface FileChoosers {
    /** Existing files; empty when cancelled. */
    List<Path> openFiles(String title);

    /** An existing folder. */
    Optional<Path> openFolder(String title);

    /** A file to write, its name suggested. */
    Optional<Path> saveFile(String title, String suggestedName);
}
