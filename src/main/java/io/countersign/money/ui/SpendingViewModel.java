package io.countersign.money.ui;

import io.countersign.money.Receipt;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was spent in the chosen period and currency. UI thread only. */
final class SpendingViewModel {
    private final MoneyReader reader;
    private final NewestOnly adding;
    private final ReadOnlyObjectWrapper<SpendingReport> report = new ReadOnlyObjectWrapper<>(SpendingReport.EMPTY);
    private Optional<String> currency = Optional.empty();
    private List<Receipt> receipts = List.of();
    private Period period = Period.ALL;

    SpendingViewModel(MoneyReader reader, BackgroundTasks tasks) {
        this.reader = reader;
        adding = new NewestOnly(tasks);
    }

    /** Shows the charges of a period. */
    void show(List<Receipt> charges, Period chosen) {
        receipts = charges;
        period = chosen;
        add();
    }

    /** Shows another currency. */
    void choose(String wanted) {
        if (!wanted.equals(report.get().currency())) {
            currency = Optional.of(wanted);
            add();
        }
    }

    ReadOnlyObjectProperty<SpendingReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The receipts behind a number, for the table. */
    static ReceiptFilter.Drill drill(String title, List<Receipt> behind) {
        return new ReceiptFilter.Drill(title, behind.stream().map(Receipt::id).collect(Collectors.toSet()));
    }

    private void add() {
        var all = receipts;
        var days = period;
        var wanted = currency;
        adding.ask(
                "money.adding",
                _ -> reader.spending(
                        all.stream().filter(r -> days.contains(r.date())).toList(), wanted),
                report::set,
                _ -> {});
    }
}
