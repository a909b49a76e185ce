package io.countersign.mail.sync.ui;

import io.countersign.mail.sync.FollowedMailboxes;
import io.countersign.mail.sync.FollowedSource;
import io.countersign.mail.sync.FollowedSources.Forgotten;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The followed mailboxes, as they were when they were read last. UI thread only. */
public final class MailboxesViewModel {
    private final Supplier<FollowedMailboxes> desk;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final MailboxWords words;
    private final NewestOnly reading;
    private final ObservableList<FollowedSource> all = FXCollections.observableArrayList();

    /** {@code desk} is asked for each time: the demo mailbox may take the place of the person's own. */
    public MailboxesViewModel(Supplier<FollowedMailboxes> desk, WindowPorts ports) {
        this.desk = desk;
        tasks = ports.tasks();
        toasts = ports.toasts();
        words = new MailboxWords(ports.texts(), ports.formats());
        reading = new NewestOnly(tasks);
    }

    MailboxWords words() {
        return words;
    }

    ObservableList<FollowedSource> all() {
        return all;
    }

    /** Reads them again. */
    void read() {
        reading.ask("settings.mailboxes.reading", _ -> desk.get().all(), this::show, _ -> {});
    }

    private void show(List<FollowedSource> now) {
        if (!all.equals(now)) {
            all.setAll(now);
        }
    }

    /** Follows it no longer, and offers to take that back. */
    void stop(FollowedSource source) {
        var mailboxes = desk.get();
        tasks.run(
                "settings.mailboxes.changing",
                _ -> mailboxes.forget(source.path()),
                forgotten -> {
                    all.remove(source);
                    toasts.show(
                            words.stopped(source),
                            words.get("settings.mailboxes.undo"),
                            () -> restore(mailboxes, forgotten));
                },
                _ -> read());
    }

    private void restore(FollowedMailboxes mailboxes, Forgotten forgotten) {
        tasks.run(
                "settings.mailboxes.changing",
                _ -> {
                    mailboxes.restore(forgotten);
                    return forgotten;
                },
                _ -> read());
    }
}
