package io.countersign.approval;

import io.countersign.mail.KnownMail;
import java.nio.file.Path;
import java.util.List;

/**
 * Notices what a person did to mail outside of this program, when a source that was imported before is read again: the mail is
 * then as the source says, and what was done counts as done by hand. Thread-safe.
 */
public final class SourceChanges implements KnownMail {
    private final Workspace workspace;
    private final ApprovalStore store;
    private final SourceHistory history;

    public SourceChanges(Workspace workspace, ApprovalStore store, SourceHistory history) {
        this.workspace = workspace;
        this.store = store;
        this.history = history;
    }

    @Override
    public Watch watch(List<Path> paths, boolean whole) {
        if (!paths.isEmpty() && history.knows(paths)) {
            return new SourceWatch(workspace, store, history, whole);
        }
        return new Watch() {
            @Override
            public void met(List<Met> mails, long firstNewId) {}

            @Override
            public void finish() {
                history.remember(paths, workspace.clock().instant());
            }
        };
    }
}
