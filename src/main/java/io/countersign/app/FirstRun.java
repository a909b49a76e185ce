package io.countersign.app;

import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** Fills an empty mailbox. Blocking; run as background work. */
public interface FirstRun {
    /** Imports mailbox files and folders, then classifies and proposes; returns how many mails were stored. */
    long importPaths(List<Path> paths, Progress progress);

    /** Imports the bundled demo mailbox; returns how many mails were stored. */
    long openDemo(Progress progress);
}
