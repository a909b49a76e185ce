package io.countersign.money.ui;

import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** State of the money screen: what was read, and which part of it is shown. UI thread only. */
public final class MoneyViewModel {
    private final MoneyReader reader;
    private final WindowPorts ports;
    private final NewestOnly reading;
    private final Changes changes;
    private final ReceiptsViewModel receipts;
    private final DuplicatesViewModel duplicates;
    private final SpendingViewModel spending;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.RECEIPTS);
    private final ReadOnlyObjectWrapper<MoneySnapshot> snapshot = new ReadOnlyObjectWrapper<>(MoneySnapshot.EMPTY);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper loadFailure = new ReadOnlyStringWrapper("");

    /** The parts of the screen, in their order. */
    enum Tab {
        RECEIPTS,
        DUPLICATES,
        SPENDING
    }

    /** {@code clock} says which day is today. */
    public MoneyViewModel(MoneyReader reader, WindowPorts ports, Clock clock) {
        this.reader = reader;
        this.ports = ports;
        reading = new NewestOnly(ports.tasks());
        changes = new Changes(ports.tasks(), ports.toasts(), ports.texts(), this::load);
        receipts = new ReceiptsViewModel(reader, ports, changes, clock);
        duplicates = new DuplicatesViewModel(reader.desk(), changes, ports.texts());
        spending = new SpendingViewModel(reader, ports.tasks());
        receipts.filterProperty().subscribe((before, now) -> {
            if (!now.period().equals(before.period())) {
                spending(now.period());
            }
        });
        duplicates
                .openProperty()
                .subscribe(open -> ports.counts().of(View.MONEY).set(open.intValue()));
    }

    /** Reads everything anew; keeps what is chosen. */
    public void load() {
        reading.ask("money.loading", _ -> reader.read(), this::show, why -> {
            loaded.set(true);
            loadFailure.set(ports.texts().of(why));
        });
    }

    /** Takes the newest change back. */
    void undo() {
        changes.undo();
    }

    /** Shows the receipts behind a number. */
    void drill(ReceiptFilter.Drill drill) {
        receipts.drill(drill);
        tab.set(Tab.RECEIPTS);
    }

    ReceiptsViewModel receipts() {
        return receipts;
    }

    SpendingViewModel spending() {
        return spending;
    }

    DuplicatesViewModel duplicates() {
        return duplicates;
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    ReadOnlyObjectProperty<MoneySnapshot> snapshotProperty() {
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

    private void show(MoneySnapshot read) {
        loadFailure.set("");
        receipts.show(read);
        duplicates.show(read.pairs());
        snapshot.set(read);
        spending(receipts.filterProperty().get().period());
        loaded.set(true);
    }

    private void spending(Period period) {
        spending.show(snapshot.get().receipts(), period);
    }
}
