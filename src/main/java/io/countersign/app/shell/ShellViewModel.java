package io.countersign.app.shell;

import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the shell says around a view; on the JavaFX thread only. */
public final class ShellViewModel {
    private final Texts texts;
    private final Formats formats;
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(Phase.OPENING);
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty account = new SimpleStringProperty("");
    private final StringProperty failure = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper mails = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper database = new ReadOnlyStringWrapper("");
    private final StringProperty filterPrompt = new SimpleStringProperty("");
    private final BooleanProperty filterable = new SimpleBooleanProperty();

    /** What the middle of the window shows. */
    public enum Phase {
        OPENING,
        FAILED,
        WELCOME,
        READY,
        CLOSING
    }

    public ShellViewModel(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    public ObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    /** The name of the view. */
    public StringProperty titleProperty() {
        return title;
    }

    public StringProperty accountProperty() {
        return account;
    }

    /** Why the mailbox could not be opened. */
    public StringProperty failureProperty() {
        return failure;
    }

    /** How many mails there are, in words. */
    public ReadOnlyStringProperty mailsProperty() {
        return mails.getReadOnlyProperty();
    }

    /** The kind of database, in words. */
    public ReadOnlyStringProperty databaseProperty() {
        return database.getReadOnlyProperty();
    }

    public StringProperty filterPromptProperty() {
        return filterPrompt;
    }

    /** Whether the view shown can be filtered. */
    public BooleanProperty filterableProperty() {
        return filterable;
    }

    /** Takes over what the opened services say of themselves. */
    public void opened(String account, boolean embedded) {
        this.account.set(account);
        database.set(texts.get(embedded ? "status.database.embedded" : "status.database.server"));
    }

    public void mailCount(long count) {
        mails.set(texts.get("status.mails", count, formats.number(count)));
    }

    public void failed(Throwable why) {
        failure.set(texts.of(why));
        phase.set(Phase.FAILED);
    }
}
