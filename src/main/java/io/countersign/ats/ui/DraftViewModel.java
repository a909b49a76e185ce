package io.countersign.ats.ui;

import io.countersign.ats.Application;
import io.countersign.ats.DraftDesk.Template;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.FollowUpDraft.Kind;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The mail that the person may send about the chosen application. What was typed is never lost. UI thread only. */
final class DraftViewModel {
    private final ApplicationsReader reader;
    private final WindowPorts ports;
    private final NewestOnly reading;
    private final ReadOnlyObjectWrapper<Optional<FollowUpDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Template>> template = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ApplicationRow> row = Optional.empty();
    private Optional<FollowUpDraft> typed = Optional.empty();
    private List<Long> timeline = List.of();

    DraftViewModel(ApplicationsReader reader, WindowPorts ports) {
        this.reader = reader;
        this.ports = ports;
        reading = new NewestOnly(ports.tasks());
    }

    /** Shows the draft that the next step of an application calls for, if it calls for one. */
    void show(Optional<ApplicationRow> chosen) {
        boolean same = row.map(ApplicationRow::id).equals(chosen.map(ApplicationRow::id));
        row = chosen;
        if (same && typed.isPresent()) {
            return;
        }
        keepTyped();
        template.set(Optional.empty());
        var kind = chosen.flatMap(r -> r.step().draftKind());
        if (same
                && draft.get().isPresent()
                && (kind.isEmpty() || kind.equals(draft.get().map(FollowUpDraft::kind)))) {
            boolean grown = !timeline.equals(timeline(chosen)); // merged with one that may have a draft
            timeline = timeline(chosen);
            draft.get()
                    .filter(now -> grown && !now.kept())
                    .ifPresent(now -> chosen.ifPresent(r -> load(r.application(), now.kind())));
            return;
        }
        timeline = timeline(chosen);
        draft.set(Optional.empty());
        reading.forget();
        chosen.ifPresent(r -> kind.ifPresent(k -> load(r.application(), k)));
    }

    /** Writes one even where the next step calls for none; not for ended applications. */
    void begin() {
        row.filter(r -> !r.isEnded() && draft.get().isEmpty())
                .ifPresent(r -> load(r.application(), r.step().draftKind().orElseGet(() -> asking(r))));
    }

    /** Takes what the person typed. */
    void type(String subject, String body) {
        draft.get().ifPresent(now -> {
            boolean changed = !subject.equals(now.subject()) || !body.equals(now.body());
            typed = changed
                    ? Optional.of(new FollowUpDraft(now.application(), now.kind(), now.to(), subject, body, true))
                    : Optional.empty();
        });
    }

    /** As the person sees it; empty when none is shown. */
    Optional<FollowUpDraft> current() {
        return typed.or(draft::get);
    }

    /** Keeps the draft over restarts. */
    void keep() {
        current().ifPresent(now -> {
            var kept = new FollowUpDraft(now.application(), now.kind(), now.to(), now.subject(), now.body(), true);
            write("applications.draft.keeping", () -> reader.drafts().keep(kept), () -> {
                show(kept);
                ports.toasts().show(ports.texts().get("applications.draft.kept.toast"));
            });
        });
    }

    /** Forgets what was kept or typed, and shows the template filled in. */
    void discard() {
        var shown = draft.get();
        shown.ifPresent(now ->
                write("applications.draft.discarding", () -> reader.drafts().discard(now), () -> {
                    typed = Optional.empty();
                    row.ifPresent(r -> load(r.application(), now.kind()));
                }));
    }

    /** Says that the draft is in the clipboard now. */
    void copied() {
        ports.toasts().show(ports.texts().get("applications.draft.copied"));
    }

    /** Asks for a file and writes the draft into it as a mail. */
    void save() {
        row.ifPresent(r -> current().ifPresent(now -> save(r.application(), now, "applications.draft.save.title")));
    }

    /** Opens the draft in the mail program; one that is too long for that goes there by a file. */
    void open() {
        row.ifPresent(r -> current()
                .ifPresent(now -> ports.tasks()
                        .run("applications.draft.opening", _ -> reader.files().openDraft(now), handing -> {
                            switch (handing) {
                                case OPENED -> ports.toasts().show(ports.texts().get("applications.draft.opened"));
                                case REFUSED ->
                                    ports.toasts().show(ports.texts().get("applications.draft.refused"));
                                case TOO_LONG -> save(r.application(), now, "applications.draft.save.long");
                            }
                        })));
    }

    private void save(Application application, FollowUpDraft now, String title) {
        ports.files()
                .saveFile(ports.texts().get(title), "follow-up.eml")
                .ifPresent(file -> write(
                        "applications.saving",
                        () -> reader.files().saveDraft(application, now, file),
                        () -> ports.toasts()
                                .show(ports.texts().get("applications.saved", String.valueOf(file.getFileName())))));
    }

    /** Shows the template behind the draft, to change it. */
    void editTemplate() {
        var locale = ports.formats().locale();
        draft.get()
                .ifPresent(now -> ports.tasks()
                        .run(
                                "applications.draft.template.reading",
                                _ -> reader.drafts().template(now.kind(), locale),
                                read -> template.set(Optional.of(read))));
    }

    /** Replaces the template; an empty body brings the original back. The draft is made anew unless it was kept. */
    void setTemplate(Template changed) {
        var locale = ports.formats().locale();
        draft.get()
                .ifPresent(now -> write(
                        "applications.draft.template.saving",
                        () -> reader.drafts().setTemplate(now.kind(), locale, changed),
                        () -> {
                            template.set(Optional.empty());
                            ports.toasts().show(ports.texts().get("applications.draft.template.saved"));
                            row.ifPresent(r -> load(r.application(), now.kind()));
                        }));
    }

    void leaveTemplate() {
        template.set(Optional.empty());
    }

    /** Empty where there is none, or it is being read. */
    ReadOnlyObjectProperty<Optional<FollowUpDraft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The template while it is being changed. */
    ReadOnlyObjectProperty<Optional<Template>> templateProperty() {
        return template.getReadOnlyProperty();
    }

    private static List<Long> timeline(Optional<ApplicationRow> row) {
        return row.map(r -> r.application().messageIds()).orElse(List.of());
    }

    private static Kind asking(ApplicationRow row) {
        return row.application().state().followUps() == 0 ? Kind.FIRST : Kind.SECOND;
    }

    private void load(Application application, Kind kind) {
        var locale = ports.formats().locale();
        reading.ask(
                "applications.draft.reading",
                _ -> reader.drafts().draft(application, kind, locale),
                this::show,
                _ -> {});
    }

    private void show(FollowUpDraft read) {
        typed = Optional.empty();
        draft.set(Optional.of(read));
    }

    private void keepTyped() {
        typed.ifPresent(unsaved ->
                write("applications.draft.keeping", () -> reader.drafts().keep(unsaved), () -> {}));
        typed = Optional.empty();
    }

    private void write(String title, Runnable work, Runnable then) {
        Consumer<Boolean> done = _ -> then.run();
        ports.tasks()
                .run(
                        title,
                        _ -> {
                            work.run();
                            return true;
                        },
                        done);
    }
}
