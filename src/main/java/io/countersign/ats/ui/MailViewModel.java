package io.countersign.ats.ui;

import io.countersign.ats.detection.RecruiterRisk;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.WindowPorts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The mail of the chosen application that is being read. UI thread only. */
final class MailViewModel {
    private final ApplicationsReader reader;
    private final WindowPorts ports;
    private final NewestOnly reading;
    private final ReadOnlyObjectWrapper<MailState> state = new ReadOnlyObjectWrapper<>(new MailState.None());
    private Optional<RecruiterRisk> risk = Optional.empty();

    MailViewModel(ApplicationsReader reader, WindowPorts ports) {
        this.reader = reader;
        this.ports = ports;
        reading = new NewestOnly(ports.tasks());
    }

    /** Opens a mail; closes it when it is open. */
    void toggle(long messageId) {
        if (isOpen(messageId)) {
            close();
            return;
        }
        show(new MailState.Reading(messageId), Optional.empty());
        reading.ask(
                "applications.reading.mail",
                _ -> reader.mail(messageId),
                mail -> show(new MailState.Ready(messageId, mail.body()), mail.risk()),
                why -> show(new MailState.Failed(messageId, ports.texts().of(why)), Optional.empty()));
    }

    /** Opens a mail that is not open yet. */
    void open(long messageId) {
        if (!isOpen(messageId)) {
            toggle(messageId);
        }
    }

    void close() {
        reading.forget();
        show(new MailState.None(), Optional.empty());
    }

    ReadOnlyObjectProperty<MailState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What to warn about in the mail that is open; belongs to the newest {@link #stateProperty}. */
    Optional<RecruiterRisk> risk() {
        return risk;
    }

    private boolean isOpen(long messageId) {
        return state.get() instanceof MailState.Ready ready && ready.messageId() == messageId;
    }

    private void show(MailState now, Optional<RecruiterRisk> warning) {
        risk = warning;
        state.set(now);
    }
}
