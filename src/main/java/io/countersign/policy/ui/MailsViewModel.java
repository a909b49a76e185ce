package io.countersign.policy.ui;

import io.countersign.mail.Message;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Mails behind a number, and the one of them that is read. UI thread only. */
final class MailsViewModel {
    private final PoliciesReader reader;
    private final WindowPorts ports;
    private final NewestOnly listing;
    private final NewestOnly reading;
    private final ReadOnlyObjectWrapper<List<Message>> mails = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<MailState> open = new ReadOnlyObjectWrapper<>(new MailState.None());

    MailsViewModel(PoliciesReader reader, WindowPorts ports) {
        this.reader = reader;
        this.ports = ports;
        listing = new NewestOnly(ports.tasks());
        reading = new NewestOnly(ports.tasks());
    }

    /** Lists these; a mail that is open stays so while it is among them. */
    void show(List<Message> listed) {
        listing.forget();
        list(listed);
    }

    /** Lists the mails with these ids, newest first. */
    void find(List<Long> ids) {
        listing.ask("policies.listing", _ -> reader.mails(ids), this::list, _ -> list(List.of()));
    }

    /** Reads a mail; closes it when it is open. */
    void open(long messageId) {
        if (isOpen(messageId)) {
            close();
            return;
        }
        open.set(new MailState.Reading(messageId));
        reading.ask(
                "policies.reading.mail",
                _ -> reader.mail(messageId),
                body -> open.set(new MailState.Ready(messageId, body)),
                why -> open.set(new MailState.Failed(messageId, ports.texts().of(why))));
    }

    ReadOnlyObjectProperty<List<Message>> mailsProperty() {
        return mails.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MailState> openProperty() {
        return open.getReadOnlyProperty();
    }

    private void list(List<Message> listed) {
        if (listed.stream().map(Message::id).noneMatch(this::isOpen)) {
            close();
        }
        mails.set(List.copyOf(listed));
    }

    private boolean isOpen(long messageId) {
        return switch (open.get()) {
            case MailState.None() -> false;
            case MailState.Reading(long id) -> id == messageId;
            case MailState.Ready(long id, var _) -> id == messageId;
            case MailState.Failed(long id, var _) -> id == messageId;
        };
    }

    private void close() {
        reading.forget();
        open.set(new MailState.None());
    }
}
