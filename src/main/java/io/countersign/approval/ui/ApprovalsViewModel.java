package io.countersign.approval.ui;

import io.countersign.approval.Approvals;
import io.countersign.approval.PendingRow;
import io.countersign.approval.ProposeResult.PolicyFailure;
import io.countersign.approval.QueueOrder;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State and actions of the approvals screen. UI thread only; the work runs behind it. */
public final class ApprovalsViewModel {
    /** More actions than this that reach beyond the mailbox are asked about first. */
    static final int ASK_ABOVE = 10;

    private final Approvals approvals;
    private final BackgroundTasks tasks;
    private final Notices notices;
    private final PendingTray tray;
    private final TrayCursor cursor;
    private final DetailViewModel detail;
    private final TrustViewModel trust;
    private final Decisions decisions;
    private final Map<Long, String> problems = new HashMap<>();
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.POLICY);
    private final ObjectProperty<QueueOrder> order = new SimpleObjectProperty<>(QueueOrder.VALUE);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper loadFailure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ObservableList<PolicyFailure> policyFailures = FXCollections.observableArrayList();

    private @Nullable TrayLine undoneFrom;

    ApprovalsViewModel(
            Approvals approvals,
            TrustPorts trustPorts,
            DetailReader reader,
            RowFilter rowFilter,
            BackgroundTasks tasks,
            Notices notices) {
        this.approvals = approvals;
        this.tasks = tasks;
        this.notices = notices;
        trust = new TrustViewModel(trustPorts, tasks, notices);
        tray = new PendingTray(tasks);
        cursor = new TrayCursor(tray.lines());
        detail = new DetailViewModel(reader, tasks, notices::reason);
        decisions = new Decisions(approvals, tasks, notices, new ReturnsToTray());
        tray.onRegrouped(cursor::settle);
        cursor.current().subscribe(this::showDetail);
        grouping.subscribe((_, wanted) -> tray.groupBy(wanted));
        order.subscribe((_, wanted) -> tray.orderBy(wanted));
        filter.subscribe((_, text) -> tray.filter(rowFilter.of(text)));
    }

    /** A model that speaks to the person through the window's toasts and dialogs. */
    public static ApprovalsViewModel of(
            Approvals approvals,
            TrustPorts trust,
            DetailReader reader,
            RowFilter rowFilter,
            WindowPorts ports,
            PolicyDrafts drafts,
            ApprovalWords words,
            Clock clock) {
        var model = new ApprovalsViewModel(
                approvals,
                trust,
                reader,
                rowFilter,
                ports.tasks(),
                new ShellNotices(ports, drafts, new PendingExport(ports, words, clock), words));
        model.pendingProperty()
                .subscribe(pending -> ports.counts().of(View.APPROVALS).set(pending.intValue()));
        return model;
    }

    /** Leaves for the applications. */
    void showApplications() {
        notices.showApplications();
    }

    /** Reads what is pending; keeps grouping, filter and place. */
    public void load() {
        decisions.reload();
    }

    /** Runs the policies over all mail, then reads what is pending. */
    public void lookForProposals() {
        if (!looking.get()) {
            looking.set(true);
            tasks.run(
                    "approvals.looking",
                    progress -> approvals.propose(_ -> true, Long.MAX_VALUE, false, progress),
                    result -> {
                        looking.set(false);
                        policyFailures.setAll(result.errors());
                        notices.proposed(result);
                        load();
                    },
                    _ -> looking.set(false));
        }
    }

    /** Approves what is marked, else the current line. */
    public void approve() {
        decide(Decision.Kind.APPROVE, cursor.targets());
    }

    /** Rejects what is marked, else the current line. */
    public void reject() {
        decide(Decision.Kind.REJECT, cursor.targets());
    }

    /** Approves the current proposal and makes a policy of it. */
    public void always() {
        if (cursor.current().get() instanceof TrayLine.Entry(var row)) {
            decideNow(Decision.Kind.ALWAYS, List.of(row));
        }
    }

    /** Opens the editor with the policy that {@link #always} would make; nothing is decided yet. */
    void editAlways() {
        if (cursor.current().get() instanceof TrayLine.Entry(var row)) {
            tasks.run(
                    "approvals.drafting.always",
                    _ -> approvals.alwaysDraft(row.id()),
                    draft -> notices.edit(draft, row));
        }
    }

    /** Opens the editor with a policy for mail such as the list is narrowed to; does nothing while it is not. */
    void editFiltered() {
        FilterCondition.of(filter.get()).ifPresent(condition -> notices.editSearch(condition, filter.get()));
    }

    /** The same, and at once what that policy would do to past mail. */
    void simulateFiltered() {
        FilterCondition.of(filter.get()).ifPresent(condition -> notices.simulateSearch(condition, filter.get()));
    }

    /** Writes what the list is narrowed to into a file, proposals of closed groups too. */
    void exportFiltered() {
        notices.export(tray.lines().rows(_ -> true));
    }

    /** Decides the whole group at that line. */
    void decideGroup(int line, boolean approve) {
        decide(
                approve ? Decision.Kind.APPROVE : Decision.Kind.REJECT,
                tray.lines().rowsOfGroupAt(line));
    }

    /** Gives the current mail the whole width, or the list its place again; does nothing while there is no mail to show. */
    void open() {
        open.set(!open.get() && cursor.current().get() instanceof TrayLine.Entry);
    }

    /** Takes the newest decision back. */
    public void undo() {
        undoneFrom = cursor.current().get();
        decisions.undo();
    }

    /** Hides the rows of the group at that line, or shows them again. */
    void toggleGroup(int line) {
        if (tray.lines().get(line) instanceof TrayLine.Header header) {
            collapse(line, !header.collapsed());
        }
    }

    /** Hides or shows the rows of the group of the current line. */
    void collapseCurrent(boolean collapsed) {
        if (cursor.index().get() >= 0) {
            collapse(cursor.index().get(), collapsed);
        }
    }

    /** The policy errors were read. */
    void dismissPolicyFailures() {
        policyFailures.clear();
    }

    /** Shows policies that failed when somebody else, such as an import, ran them. */
    public void showPolicyFailures(List<PolicyFailure> failures) {
        policyFailures.setAll(failures);
    }

    ObservableList<TrayLine> lines() {
        return tray.lines();
    }

    TrayCursor cursor() {
        return cursor;
    }

    /** How the list is grouped at this moment; the wanted grouping follows a little later. */
    Grouping shownGrouping() {
        return tray.shownAs();
    }

    ReadOnlyObjectProperty<DetailState> detail() {
        return detail.state();
    }

    /** Why the last attempt at this proposal failed; empty when there was none. */
    String problemOf(long proposalId) {
        return problems.getOrDefault(proposalId, "");
    }

    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /** In which order the rows of a group stand. */
    public ObjectProperty<QueueOrder> orderProperty() {
        return order;
    }

    /** What policies do alone. */
    TrustViewModel trust() {
        return trust;
    }

    /** What the person typed to narrow the list. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** True while the message has the whole width. */
    BooleanProperty openProperty() {
        return open;
    }

    /** True while policies run. */
    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** Why the list could not be read; empty when it could. */
    ReadOnlyStringProperty loadFailureProperty() {
        return loadFailure.getReadOnlyProperty();
    }

    /** Proposals waiting for a decision, whatever the filter. */
    public ReadOnlyIntegerProperty pendingProperty() {
        return tray.pending();
    }

    /** Proposals that pass the filter. */
    ReadOnlyIntegerProperty shownProperty() {
        return tray.shown();
    }

    /** False until the list was read for the first time. */
    ReadOnlyBooleanProperty loadedProperty() {
        return tray.grouped();
    }

    ObservableList<PolicyFailure> policyFailures() {
        return policyFailures;
    }

    private void decide(Decision.Kind kind, List<PendingRow> rows) {
        int farReaching = kind == Decision.Kind.REJECT
                ? 0
                : (int) rows.stream()
                        .filter(row -> row.action().isDestructive())
                        .count();
        if (farReaching > ASK_ABOVE) {
            notices.confirm(kind, farReaching, () -> decideNow(kind, rows));
        } else {
            decideNow(kind, rows);
        }
    }

    private void decideNow(Decision.Kind kind, List<PendingRow> rows) {
        if (!rows.isEmpty()) {
            var decision = new Decision(kind, rows, tray.load());
            cursor.survive(decision.ids(), () -> tray.hide(decision.ids()));
            problems.keySet().removeAll(decision.ids());
            decisions.decide(decision);
        }
    }

    private void collapse(int line, boolean collapsed) {
        int header = tray.collapse(line, collapsed);
        cursor.moveTo(collapsed ? header : header + 1);
    }

    private void showDetail(@Nullable TrayLine line) {
        if (line instanceof TrayLine.Entry(var row)) {
            detail.show(row, next());
        } else {
            open.set(false);
            detail.showNothing();
        }
    }

    private Optional<PendingRow> next() {
        int next = cursor.index().get() + 1;
        boolean isEntry = next < tray.lines().size() && tray.lines().get(next) instanceof TrayLine.Entry;
        return isEntry ? Optional.of(((TrayLine.Entry) tray.lines().get(next)).row()) : Optional.empty();
    }

    private final class ReturnsToTray implements Decisions.Returns {
        @Override
        public void committed(Decision decision) {
            trust.refresh();
            detail.forget(decision.rows().stream().map(PendingRow::from).collect(Collectors.toSet()));
        }

        @Override
        public void failed(Decision decision, Map<Long, String> reasons) {
            problems.putAll(reasons);
            tray.giveBack(decision.rows().stream()
                    .filter(row -> reasons.containsKey(row.id()))
                    .toList());
            cursor.settle();
        }

        @Override
        public void undone(Decision decision) {
            trust.refresh();
            problems.keySet().removeAll(decision.ids());
            if (decision.load() != tray.load()) {
                load();
                return;
            }
            tray.giveBack(decision.rows());
            int first = tray.lines().indexOf(decision.rows().getFirst().id());
            if (first >= 0 && Objects.equals(undoneFrom, cursor.current().get())) {
                cursor.moveTo(first);
            } else {
                cursor.settle();
            }
        }

        @Override
        public void loaded(List<PendingRow> rows, Set<Long> onTheirWay) {
            problems.keySet().retainAll(rows.stream().map(PendingRow::id).collect(Collectors.toSet()));
            loadFailure.set("");
            detail.forgetAll();
            tray.load(rows, onTheirWay);
            trust.refresh();
        }

        @Override
        public void rescored(List<PendingRow> rows) {
            detail.forgetAll();
            tray.rescore(rows);
        }

        @Override
        public void notLoaded(String reason) {
            loadFailure.set(reason);
        }
    }
}
