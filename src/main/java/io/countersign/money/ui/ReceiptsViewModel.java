package io.countersign.money.ui;

import io.countersign.mail.ReceiptFacts;
import io.countersign.mail.ReceiptMails.ReceiptMail;
import io.countersign.money.Receipt;
import io.countersign.money.StatementId;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.SnapshotList;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The table of receipts: what of them is shown in which order, which one is chosen, and what is done to it. UI thread only. */
final class ReceiptsViewModel {
    private final MoneyReader reader;
    private final WindowPorts ports;
    private final Changes changes;
    private final Clock clock;
    private final NewestOnly arranging;
    private final NewestOnly reading;
    private final ObjectProperty<ReceiptFilter> filter;
    private final ObjectProperty<ReceiptOrder> order = new SimpleObjectProperty<>(ReceiptOrder.NEWEST);
    private final SnapshotList<ReceiptRow> rows = new SnapshotList<>();
    private final ReadOnlyObjectWrapper<List<CurrencyTotal>> totals = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<ReceiptRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<MailState> mail = new ReadOnlyObjectWrapper<>(new MailState.None());
    private final BooleanProperty correcting = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper generation = new ReadOnlyIntegerWrapper();
    private final CsvExport export;
    private MoneySnapshot snapshot = MoneySnapshot.EMPTY;
    private boolean begun;
    private boolean replacing;

    ReceiptsViewModel(MoneyReader reader, WindowPorts ports, Changes changes, Clock clock) {
        this.reader = reader;
        this.ports = ports;
        this.changes = changes;
        this.clock = clock;
        export = new CsvExport(ports);
        arranging = new NewestOnly(ports.tasks());
        reading = new NewestOnly(ports.tasks());
        filter = new SimpleObjectProperty<>(ReceiptFilter.of(Period.of(Period.Choice.YEAR_BACK, today())));
        filter.subscribe((_, _) -> arrange());
        order.subscribe((_, _) -> arrange());
        selected.subscribe((_, now) -> chosen(now));
    }

    private record Arranged(List<ReceiptRow> rows, List<CurrencyTotal> totals) {}

    /** Shows what was read; keeps filter, order and place. */
    void show(MoneySnapshot read) {
        snapshot = read;
        if (!begun && !read.isEmpty()) {
            begun = true;
            beginWithSomething();
        }
        arrange();
    }

    /** The receipts of the filter and the order; nothing else is exported. */
    List<Receipt> shown() {
        return rows.stream().map(ReceiptRow::receipt).flatMap(Optional::stream).toList();
    }

    /** Shows what a number is made of. */
    void drill(ReceiptFilter.Drill drill) {
        filter.set(filter.get().withDrill(Optional.of(drill)));
    }

    /** Shows everything of the period again. */
    void clearFilter() {
        filter.set(ReceiptFilter.of(filter.get().period()));
    }

    /** Shows everything there is. */
    void showAll() {
        filter.set(ReceiptFilter.of(Period.ALL));
    }

    /** Goes so many rows on; stays within the table. */
    void moveBy(int steps) {
        if (!rows.isEmpty()) {
            int at = selected.get().map(rows::indexOf).orElse(-1);
            selected.set(Optional.of(rows.get(Math.clamp((long) at + steps, 0, rows.size() - 1))));
        }
    }

    /** Opens one of the mails behind the chosen row. */
    void open(long messageId) {
        mail.set(new MailState.Reading(messageId));
        reading.ask(
                "money.reading.mail",
                _ -> reader.mail(messageId),
                body -> mail.set(new MailState.Ready(messageId, body)),
                why -> mail.set(new MailState.Failed(messageId, ports.texts().of(why))));
    }

    /** Says what the chosen row really is; detectors leave it alone from then on. */
    void correct(ReceiptFacts facts) {
        selected.get().ifPresent(row -> {
            correcting.set(false);
            changes.make(
                    "money.correcting",
                    () -> reader.desk().correct(row.id(), facts),
                    before -> reader.desk().restore(before),
                    ports.texts().get("money.corrected", facts.merchant()));
        });
    }

    /** Says that the chosen row is no charge at all. */
    void dismiss() {
        selected.get().ifPresent(row -> {
            correcting.set(false);
            changes.make(
                    "money.dismissing",
                    () -> dismissAll(row),
                    before -> before.reversed().forEach(reader.desk()::restore),
                    ports.texts().get("money.dismissed", row.merchant()));
        });
    }

    /** Asks for a file and writes what is shown into it. */
    void export() {
        export.ask(shown(), today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** What the choices of the filter bar are made of. */
    MoneySnapshot snapshot() {
        return snapshot;
    }

    ObservableList<ReceiptRow> rows() {
        return rows;
    }

    ObjectProperty<ReceiptFilter> filterProperty() {
        return filter;
    }

    ObjectProperty<ReceiptOrder> orderProperty() {
        return order;
    }

    /** Totals of the rows that are shown. */
    ReadOnlyObjectProperty<List<CurrencyTotal>> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    ObjectProperty<Optional<ReceiptRow>> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<MailState> mailProperty() {
        return mail.getReadOnlyProperty();
    }

    /** True while the chosen row is being corrected. */
    BooleanProperty correctingProperty() {
        return correcting;
    }

    CsvExport csv() {
        return export;
    }

    /** Grows each time the rows were replaced; the chosen row may be elsewhere then. */
    ReadOnlyIntegerProperty generationProperty() {
        return generation.getReadOnlyProperty();
    }

    /** True while the rows are being replaced: what a table takes for a choice then is none. */
    boolean isReplacing() {
        return replacing;
    }

    // An old mailbox has nothing in the last twelve months; an empty table would be no answer.
    private void beginWithSomething() {
        boolean recent = Stream.concat(snapshot.charges().stream(), snapshot.withoutAmount().stream())
                .anyMatch(row -> filter.get().period().contains(row.date()));
        if (!recent) {
            filter.set(ReceiptFilter.of(Period.ALL));
        }
    }

    private void arrange() {
        var wanted = filter.get();
        var all = wanted.withoutAmount() ? snapshot.withoutAmount() : snapshot.charges();
        var sorting = order.get();
        var locale = ports.formats().locale();
        arranging.ask(
                "money.arranging",
                _ -> {
                    var passed = wanted.apply(all);
                    return new Arranged(sorting.apply(passed, locale), CurrencyTotal.of(passed));
                },
                this::arranged,
                _ -> {});
    }

    private void arranged(Arranged arranged) {
        var before = selected.get().map(ReceiptRow::statements);
        replacing = true;
        rows.replace(arranged.rows());
        totals.set(arranged.totals());
        selected.set(before.flatMap(statements -> arranged.rows().stream()
                .filter(row -> statements.stream().anyMatch(s -> isOf(row, s.id())))
                .findFirst()));
        replacing = false;
        generation.set(generation.get() + 1);
    }

    private static boolean isOf(ReceiptRow row, StatementId id) {
        return row.statements().stream().anyMatch(s -> s.id().equals(id));
    }

    private List<ReceiptMail> dismissAll(ReceiptRow row) {
        return row.statements().stream()
                .map(statement -> reader.desk().dismiss(statement.id()))
                .toList();
    }

    private void chosen(Optional<ReceiptRow> row) {
        correcting.set(false);
        reading.forget();
        row.ifPresentOrElse(r -> open(r.leading().message().id()), () -> mail.set(new MailState.None()));
    }
}
