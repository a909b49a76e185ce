package io.countersign.insight.ui;

import io.countersign.mail.Message;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.SnapshotList;
import io.countersign.shared.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** The mails behind a number, and the one of them that is open. UI thread only. */
final class DrillViewModel {
    private final InsightReader reader;
    private final Supplier<OptionalInt> windowDays;
    private final Texts texts;
    private final NewestOnly listing;
    private final NewestOnly reading;
    private final SnapshotList<Message> mails = new SnapshotList<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final ReadOnlyObjectWrapper<MailState> mail = new ReadOnlyObjectWrapper<>(new MailState.None());
    private final ReadOnlyObjectWrapper<Optional<Message>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What is listed. */
    sealed interface State {
        /** Nothing. */
        record Closed() implements State {}

        /** Its mails are on their way. */
        record Reading(Drill drill) implements State {}

        /** Its mails are there, perhaps none; {@code all} false: only the newest. */
        record Ready(Drill drill, int count, boolean all) implements State {}

        /** They could not be read; {@code reason} says why in words. */
        record Failed(Drill drill, String reason) implements State {}
    }

    DrillViewModel(InsightReader reader, BackgroundTasks tasks, Texts texts, Supplier<OptionalInt> windowDays) {
        this.reader = reader;
        this.texts = texts;
        this.windowDays = windowDays;
        listing = new NewestOnly(tasks);
        reading = new NewestOnly(tasks);
    }

    /** Lists the mails behind a number. */
    void open(Drill drill) {
        closeMail();
        mails.replace(List.of());
        state.set(new State.Reading(drill));
        var days = windowDays.get();
        listing.ask(
                "insights.drill.reading",
                _ -> reader.mails(drill, days),
                found -> {
                    mails.replace(found);
                    state.set(new State.Ready(drill, found.size(), found.size() < InsightReader.MOST_MAILS));
                },
                failure -> state.set(new State.Failed(drill, texts.of(failure))));
    }

    /** Lists one mail, and opens it. */
    void openOne(String title, Message message) {
        closeMail();
        mails.replace(List.of(message));
        state.set(new State.Ready(new Drill(title, List.of()), 1, true));
        openMail(message);
    }

    /** Reads the text of a listed mail. */
    void openMail(Message message) {
        opened.set(Optional.of(message));
        mail.set(new MailState.Reading(message.id()));
        reading.ask(
                "insights.drill.opening",
                _ -> reader.text(message.id()),
                body -> mail.set(new MailState.Ready(message.id(), body)),
                failure -> mail.set(new MailState.Failed(message.id(), texts.of(failure))));
    }

    /** Closes the mail, or the list where none is open. */
    void back() {
        if (opened.get().isPresent()) {
            closeMail();
        } else {
            close();
        }
    }

    /** Closes all of it. */
    void close() {
        closeMail();
        listing.forget();
        state.set(new State.Closed());
        mails.replace(List.of());
    }

    boolean isOpen() {
        return !(state.get() instanceof State.Closed);
    }

    private void closeMail() {
        reading.forget();
        opened.set(Optional.empty());
        mail.set(new MailState.None());
    }

    ObservableList<Message> mails() {
        return mails;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Message>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MailState> mailProperty() {
        return mail.getReadOnlyProperty();
    }
}
