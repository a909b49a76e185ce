package io.countersign.shared.ui;

import io.countersign.shared.task.BackgroundTasks;

/** What the window offers to the views inside it; the composition root hands each view the parts it needs. */
public record WindowPorts(
        BackgroundTasks tasks,
        Toasts toasts,
        Dialogs dialogs,
        FileChoosers files,
        Navigation navigation,
        ViewCounts counts,
        Texts texts,
        Formats formats) {}
