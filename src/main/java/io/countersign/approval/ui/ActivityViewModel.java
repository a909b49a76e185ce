package io.countersign.approval.ui;

import io.countersign.approval.Approvals;
import io.countersign.approval.AuditEntry;
import io.countersign.approval.BatchSummary;
import io.countersign.mail.Message;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The audit log, page by page, and the decisions that can be taken back; on the JavaFX thread only. */
public final class ActivityViewModel {
    static final int PAGE = 200;
    // A decision about ten thousand mails is one row: reading on until it ends takes few steps.
    private static final int LONG_PAGE = 2000;
    private static final int ENOUGH_ROWS = 40;
    private static final int NAMED_ACTIONS = 3;
    private static final int BATCHES = 100;

    private final Approvals approvals;
    private final Function<Collection<Long>, List<Message>> messages;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Texts texts;
    private final AuditWords words;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final FilteredList<Line> shown = new FilteredList<>(lines);
    private final LogRows rows = new LogRows();
    private final ObservableList<BatchSummary> batches = FXCollections.observableArrayList();
    private final ObservableList<BatchSummary> batchesView = FXCollections.unmodifiableObservableList(batches);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loadedOnce = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    private String filter = "";

    /**
     * One line of the log as it is shown.
     *
     * @param event what happened, in words
     * @param action what it concerned, in words
     * @param mail the subject of the mail, or empty
     */
    public record Line(AuditEntry entry, String event, String action, String mail) {
        boolean contains(String text) {
            return (event + '\n' + action + '\n' + mail + '\n' + entry.outcome().orElse(""))
                    .toLowerCase(Locale.ROOT)
                    .contains(text);
        }
    }

    /** {@code messages} answers which mails have these ids; blocking. */
    public ActivityViewModel(
            Approvals approvals,
            Function<Collection<Long>, List<Message>> messages,
            BackgroundTasks tasks,
            Toasts toasts,
            Texts texts) {
        this.approvals = approvals;
        this.messages = messages;
        this.tasks = tasks;
        this.toasts = toasts;
        this.texts = texts;
        this.words = new AuditWords(texts);
    }

    /** Starts again at the newest entry. */
    public void reload() {
        tasks.run("activity.loading", _ -> page(OptionalLong.empty(), PAGE), newest -> {
            complete.set(newest.size() < PAGE);
            lines.setAll(newest);
            loadedOnce.set(true);
            listed();
        });
        tasks.run("activity.loading", _ -> approvals.batches(BATCHES), batches::setAll);
    }

    /** Adds the next older page; does nothing while one is on its way or when there is none. */
    public void loadOlder() {
        if (complete.get() || loading.get() || lines.isEmpty()) {
            return;
        }
        loading.set(true);
        long oldest = lines.getLast().entry().id();
        int length = rows.endsInsideARun() ? LONG_PAGE : PAGE;
        tasks.run(
                "activity.loading",
                _ -> page(OptionalLong.of(oldest), length),
                older -> {
                    loading.set(false);
                    // Unless it was reloaded meanwhile: then this page belongs elsewhere.
                    if (!lines.isEmpty() && lines.getLast().entry().id() == oldest) {
                        complete.set(older.size() < length);
                        lines.addAll(older);
                        listed();
                    }
                },
                _ -> loading.set(false));
    }

    /** A run that is listed is counted whole, and there is something to scroll as long as there is more to read. */
    private void listed() {
        rows.show(shown, filter.isEmpty());
        if (rows.endsInsideARun() || rows.view().size() < ENOUGH_ROWS) {
            loadOlder();
        }
    }

    /** Opens or closes the run of lines at that row; says where the run is. */
    int fold(int row, boolean opened) {
        return rows.fold(row, opened);
    }

    /** Takes a batch back and says so. */
    public void undo(BatchSummary batch) {
        tasks.run("activity.undoing", progress -> approvals.undo(OptionalLong.of(batch.id()), progress), result -> {
            toasts.show(
                    result.kept().isEmpty()
                            ? texts.get("activity.undone", result.undone())
                            : texts.get(
                                    "activity.undone.partly",
                                    result.undone(),
                                    result.kept().size()));
            reload();
        });
    }

    /** Shows only lines that contain the text. */
    public void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(filter.isEmpty() ? null : line -> line.contains(filter));
        rows.show(shown, filter.isEmpty());
    }

    public boolean isFiltered() {
        return !filter.isEmpty();
    }

    /** What was read and passes the filter, newest first. */
    public ObservableList<Line> lines() {
        return shown;
    }

    /** The same lines as they are listed. */
    ObservableList<LogRow> rows() {
        return rows.view();
    }

    /** How many mails a run is about and what was done with them: {@code 485 mails · Archive}. */
    String describe(LogRow.Run run) {
        var actions = run.lines().stream()
                .map(Line::action)
                .distinct()
                .limit(NAMED_ACTIONS)
                .toList();
        var what = texts.get("activity.run", run.lines().size(), String.join(", ", actions));
        return run.newest().entry().event().equals(AuditWords.AUTOMATED)
                ? outcome(run.newest()).map(by -> what + " · " + by).orElse(what)
                : what;
    }

    /** How it came out, or which policy did it alone. */
    Optional<String> outcome(Line line) {
        return words.outcome(line.entry());
    }

    /** Which mails a run is about, in one line. */
    String mails(LogRow.Run run) {
        var first = run.newest().mail();
        return first.isEmpty()
                ? ""
                : texts.get("activity.run.mails", first, run.lines().size() - 1);
    }

    /** Newest first. */
    public ObservableList<BatchSummary> batches() {
        return batchesView;
    }

    /** True when there is nothing older than what is listed. */
    public ReadOnlyBooleanProperty completeProperty() {
        return complete.getReadOnlyProperty();
    }

    /** True once the first page has arrived: only then is an empty list the truth. */
    public ReadOnlyBooleanProperty loadedOnceProperty() {
        return loadedOnce.getReadOnlyProperty();
    }

    /** What a batch did, in words: {@code Archive 12 · Unsubscribe 3}. */
    public String describe(BatchSummary batch) {
        return batch.byAction().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> texts.get("activity.batch.part", words.action(e.getKey()), e.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private List<Line> page(OptionalLong before, int length) {
        var entries = approvals.audit(before, length);
        var subjects = subjects(entries);
        return entries.stream()
                .map(e -> new Line(
                        e,
                        words.event(e),
                        words.what(e),
                        e.messageId().isPresent()
                                ? subjects.getOrDefault(e.messageId().getAsLong(), "")
                                : ""))
                .toList();
    }

    private Map<Long, String> subjects(List<AuditEntry> entries) {
        var ids = entries.stream()
                .flatMapToLong(e -> e.messageId().stream())
                .distinct()
                .boxed()
                .toList();
        var subjects = new HashMap<Long, String>();
        messages.apply(ids).forEach(m -> subjects.put(m.id(), m.envelope().subject()));
        return subjects;
    }
}
