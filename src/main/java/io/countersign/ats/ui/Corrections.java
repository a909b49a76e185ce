package io.countersign.ats.ui;

import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.Change;
import io.countersign.ats.NewApplication;
import io.countersign.mail.Stage;
import io.countersign.shared.ui.Changes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the person says about applications: each is told, and can be taken back. UI thread only. */
final class Corrections {
    private final ApplicationDesk desk;
    private final Changes changes;
    private final ApplicationWords words;
    private final Clock clock;

    Corrections(ApplicationDesk desk, Changes changes, ApplicationWords words, Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.words = words;
        this.clock = clock;
    }

    void correctStage(ApplicationRow row, Stage stage, LocalDate since) {
        make(
                () -> desk.correctStage(row.id(), stage, since),
                words.get("applications.done.stage", words.company(row), words.stage(stage)));
    }

    /** Says what one mail announces; empty for nothing. */
    void correctMail(long messageId, Optional<Stage> stage) {
        make(
                () -> desk.correctMail(messageId, stage),
                stage.map(said -> words.get("applications.done.mail", words.stage(said)))
                        .orElseGet(() -> words.get("applications.done.mail.nothing")));
    }

    void rename(ApplicationRow row, String company, String role) {
        make(() -> desk.rename(row.id(), company, role), words.get("applications.done.rename", company));
    }

    void merge(ApplicationRow kept, ApplicationRow other) {
        make(
                () -> desk.merge(kept.id(), other.id()),
                words.get("applications.done.merge", words.title(kept), words.title(other)));
    }

    /** Says that an application is none of those that it was thought to be. */
    void keepApart(ApplicationRow row, List<ApplicationRow> others) {
        make(
                () -> desk.keepApart(
                        row.id(), others.stream().map(ApplicationRow::id).toList()),
                words.get("applications.done.apart", words.title(row)));
    }

    void split(ApplicationRow row, Set<Long> mails) {
        make(() -> desk.split(row.id(), mails), words.get("applications.done.split", words.company(row), mails.size()));
    }

    void add(NewApplication application) {
        make(() -> desk.add(application), words.get("applications.done.add", application.company()));
    }

    void dismiss(ApplicationRow row) {
        make(() -> desk.dismiss(row.id()), words.get("applications.done.dismiss", words.title(row)));
    }

    void followedUp(ApplicationRow row) {
        var now = clock.instant();
        make(() -> desk.followedUp(row.id(), now), words.get("applications.done.followed.up", words.company(row)));
    }

    /** Takes the newest change back that was not taken back yet. */
    void undo() {
        changes.undo();
    }

    private void make(Supplier<Change> work, String done) {
        changes.make("applications.changing", work, desk::undo, done);
    }
}
