package io.countersign.search.ui;

import io.countersign.mail.Message;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.WindowPorts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One mail and its text. UI thread only. */
public final class MailViewModel {
    private final SearchReader reader;
    private final WindowPorts ports;
    private final Pause moving;
    private final NewestOnly reading;
    private final NewestOnly finding;
    private final ReadOnlyObjectWrapper<Optional<Message>> mail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<MailState> state = new ReadOnlyObjectWrapper<>(new MailState.None());

    /** {@code moving} is waited for before a text is read, so that going through a list reads nothing. */
    public MailViewModel(SearchReader reader, WindowPorts ports, Pause moving) {
        this.reader = reader;
        this.ports = ports;
        this.moving = moving;
        reading = new NewestOnly(ports.tasks());
        finding = new NewestOnly(ports.tasks());
    }

    /** Shows a mail, its text as soon as it is read. */
    public void show(Message message) {
        if (mail.get().filter(shown -> shown.id() == message.id()).isPresent()) {
            mail.set(Optional.of(message));
            return;
        }
        mail.set(Optional.of(message));
        state.set(new MailState.Reading(message.id()));
        reading.forget();
        moving.then(() -> read(message.id()));
    }

    /** Reads the text of the mail that is shown without waiting for anybody to stop. */
    void readNow() {
        mail.get().ifPresent(shown -> read(shown.id()));
    }

    /** Shows the mail of that id; says so where there is none any more. */
    public void show(long messageId) {
        finding.ask(
                "search.opening",
                _ -> reader.messages().find(messageId),
                found -> found.ifPresentOrElse(
                        this::show, () -> ports.toasts().show(ports.texts().get("search.mail.gone"))),
                _ -> {});
    }

    /** Shows no mail. */
    public void clear() {
        reading.forget();
        finding.forget();
        mail.set(Optional.empty());
        state.set(new MailState.None());
    }

    public ReadOnlyObjectProperty<Optional<Message>> mailProperty() {
        return mail.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MailState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void read(long messageId) {
        if (isShown(messageId) && state.get() instanceof MailState.Reading) {
            reading.ask(
                    "search.opening",
                    _ -> reader.body(messageId),
                    body -> state.set(new MailState.Ready(messageId, body)),
                    why -> state.set(
                            new MailState.Failed(messageId, ports.texts().of(why))));
        }
    }

    private boolean isShown(long messageId) {
        return mail.get().filter(shown -> shown.id() == messageId).isPresent();
    }
}
