package io.countersign.policy.ui;

import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The states that the chosen policy had. UI thread only. */
final class VersionsViewModel {
    private final PoliciesReader reader;
    private final NewestOnly reading;
    private final ReadOnlyObjectWrapper<List<VersionRow>> rows = new ReadOnlyObjectWrapper<>(List.of());

    VersionsViewModel(PoliciesReader reader, WindowPorts ports) {
        this.reader = reader;
        reading = new NewestOnly(ports.tasks());
    }

    /** Reads those of a policy; none for one that was never saved. */
    void show(long policyId) {
        if (policyId <= 0) {
            reading.forget();
            rows.set(List.of());
        } else {
            reading.ask(
                    "policies.reading.versions",
                    _ -> VersionRow.of(reader.desk().versions(policyId)),
                    rows::set,
                    _ -> rows.set(List.of()));
        }
    }

    /** Newest first. */
    ReadOnlyObjectProperty<List<VersionRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
