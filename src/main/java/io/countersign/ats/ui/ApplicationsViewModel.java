package io.countersign.ats.ui;

import io.countersign.ats.NewApplication;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.odds.FunnelPart;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** State of the applications screen: what was read, which part of it is shown, what is being asked. UI thread only. */
public final class ApplicationsViewModel {
    private final ApplicationsReader reader;
    private final WindowPorts ports;
    private final Clock clock;
    private final NewestOnly reading;
    private final MailViewModel mail;
    private final Corrections corrections;
    private final ListingViewModel listing;
    private final DraftViewModel draft;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.RISK);
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.NONE);
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty roomy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ApplicationsSnapshot> snapshot;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper loadFailure = new ReadOnlyStringWrapper("");
    private boolean begun;

    /** The parts of the screen, in their order. */
    enum Tab {
        RISK,
        BOARD,
        FUNNEL
    }

    /** What is being asked of the person about the chosen application, or about a new one. */
    enum Form {
        NONE,
        STAGE,
        RENAME,
        MERGE,
        SPLIT,
        ADD
    }

    /** {@code clock} says which day is today. */
    public ApplicationsViewModel(ApplicationsReader reader, WindowPorts ports, ApplicationWords words, Clock clock) {
        this.reader = reader;
        this.ports = ports;
        this.clock = clock;
        reading = new NewestOnly(ports.tasks());
        mail = new MailViewModel(reader, ports);
        var changes = new Changes(ports.tasks(), ports.toasts(), ports.texts(), this::load);
        corrections = new Corrections(reader.desk(), changes, words, clock);
        listing = new ListingViewModel(ports, today());
        draft = new DraftViewModel(reader, ports);
        snapshot = new ReadOnlyObjectWrapper<>(ApplicationsSnapshot.empty(today()));
        listing.selectedProperty().subscribe((before, now) -> chosen(before, now));
        listing.generationProperty().subscribe(_ -> beginWithFirst());
        roomy.subscribe(_ -> beginWithFirst());
        tab.subscribe(this::turn);
    }

    /** Reads everything anew; keeps what is chosen. */
    public void load() {
        var locale = ports.formats().locale();
        reading.ask("applications.loading", _ -> reader.read(clock, locale), this::show, why -> {
            loaded.set(true);
            loadFailure.set(ports.texts().of(why));
        });
    }

    /** Shows the chosen application with its newest mail. */
    void enter() {
        listing.selectedProperty().get().ifPresent(row -> {
            open.set(true);
            row.application().timeline().reversed().stream()
                    .map(TimelineEntry::messageId)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(mail::open);
        });
    }

    /** Leaves the form that is asked, else the application that is shown, else the part of the funnel that is listed. */
    void close() {
        if (form.get() != Form.NONE) {
            form.set(Form.NONE);
        } else if (open.get() || !listing.isInPart()) {
            open.set(false);
        } else {
            listing.leavePart();
        }
    }

    /** Asks something about the chosen application, or about a new one. */
    void ask(Form wanted) {
        if (wanted == Form.ADD || listing.selectedProperty().get().isPresent()) {
            if (tab.get() == Tab.FUNNEL) {
                tab.set(Tab.RISK);
            }
            open.set(open.get() || wanted != Form.ADD);
            form.set(wanted);
        }
    }

    /** Lists the applications that a figure of the funnel counts. */
    void show(FunnelPart part) {
        begun = true;
        tab.set(Tab.RISK);
        listing.show(part);
        open.set(false);
    }

    /** Does something to the chosen application and leaves the form. */
    void correct(Consumer<ApplicationRow> correction) {
        listing.selectedProperty().get().ifPresent(row -> {
            form.set(Form.NONE);
            correction.accept(row);
        });
    }

    /** Adds an application, leaves the form and shows the new one. */
    void add(NewApplication application) {
        form.set(Form.NONE);
        listing.expectNew();
        corrections.add(application);
    }

    /** Hands over what is known of an employer already. */
    void lookUp(String company, NewestOnly asking, Consumer<List<ApplicationRow>> then) {
        asking.ask("applications.looking.up", _ -> reader.at(company), then, _ -> then.accept(List.of()));
    }

    /** A way to ask {@link #lookUp} where only the newest question is answered. */
    NewestOnly lookUps() {
        return new NewestOnly(ports.tasks());
    }

    /** Asks for a file and writes the interview of an application into it. */
    void saveInterview(ApplicationRow row) {
        ports.files()
                .saveFile(ports.texts().get("applications.interview.save.title"), "interview.ics")
                .ifPresent(file -> ports.tasks()
                        .run(
                                "applications.saving",
                                _ -> {
                                    reader.files().saveInterview(row.application(), file);
                                    return String.valueOf(file.getFileName());
                                },
                                name -> ports.toasts().show(ports.texts().get("applications.saved", name))));
    }

    /** Lets the person choose one of several; empty when they do not. */
    <T> Optional<T> choose(String titleKey, String message, List<T> options) {
        return ports.dialogs().choose(ports.texts().get(titleKey), message, options);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    Corrections corrections() {
        return corrections;
    }

    MailViewModel mail() {
        return mail;
    }

    ListingViewModel listing() {
        return listing;
    }

    DraftViewModel draft() {
        return draft;
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    ObjectProperty<Form> formProperty() {
        return form;
    }

    /** True while the chosen application is shown whole. */
    BooleanProperty openProperty() {
        return open;
    }

    /** True where there is room for an application beside the list. */
    BooleanProperty roomyProperty() {
        return roomy;
    }

    ReadOnlyObjectProperty<ApplicationsSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** False until something was read, or could not be. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Why nothing could be read; empty when it could. */
    ReadOnlyStringProperty loadFailureProperty() {
        return loadFailure.getReadOnlyProperty();
    }

    private void show(ApplicationsSnapshot read) {
        loadFailure.set("");
        listing.show(read);
        snapshot.set(read);
        ports.counts().of(View.APPLICATIONS).set(read.headline().action());
        loaded.set(true);
    }

    // A screen with room for it says at once what to do, about the application where that changes most.
    private void beginWithFirst() {
        boolean untouched = listing.selectedProperty().get().isEmpty() && tab.get() == Tab.RISK;
        if (!begun && roomy.get() && untouched && !listing.rows().isEmpty()) {
            begun = true;
            listing.moveBy(1);
        }
    }

    private void chosen(Optional<ApplicationRow> before, Optional<ApplicationRow> now) {
        if (!before.map(ApplicationRow::id).equals(now.map(ApplicationRow::id))) {
            form.set(Form.NONE);
            mail.close();
            open.set(now.isPresent() && (open.get() || tab.get() == Tab.RISK));
        }
        draft.show(now);
    }

    // The board needs the whole width until a card is opened.
    private void turn(Tab now) {
        listing.listedOnly(now == Tab.RISK);
        form.set(Form.NONE);
        if (now == Tab.BOARD) {
            open.set(false);
        }
    }
}
