package io.countersign.search.ui;

import io.countersign.search.Facet;
import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.SavedSearch;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.ui.SearchReader.Answer;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.SnapshotList;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/** What is looked for, what was found, and the mail that one is at. UI thread only. */
public final class SearchViewModel {
    /** So many are read while one types, more than a window shows; all others once one comes near their end. */
    static final int FIRST = 48;

    /** No more than these are ever listed: who has not found it among them narrows down. */
    static final int MOST = 1000;

    private static final int NEAR_END = 16;

    private final SearchReader reader;
    private final WindowPorts ports;
    private final Pauses pauses;
    private final NewestOnly finding;
    private final SnippetsViewModel snippets;
    private final MailViewModel mail;
    private final SavedViewModel saved;
    private final HealthViewModel health;
    private final HitsViewModel made;
    private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(Asked.NOTHING);
    private final ReadOnlyObjectWrapper<SearchState> state = new ReadOnlyObjectWrapper<>(new SearchState.Start());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final SnapshotList<Hit> hits = new SnapshotList<>();
    private final IntegerProperty at = new SimpleIntegerProperty(-1);
    private final BooleanProperty open = new SimpleBooleanProperty();
    private boolean arriving;
    private boolean typing;

    /**
     * What is waited for: until somebody stops going through the list, before facets and then the mail follow what was typed,
     * and before the index is looked at again.
     */
    public record Pauses(Pause moving, Pause settling, Pause arriving, Pause watching) {
        /** As a person needs them. */
        public static Pauses person() {
            return new Pauses(after(90), after(90), after(90), after(700));
        }

        private static Pause after(double milliseconds) {
            return Pause.of(Duration.millis(milliseconds));
        }

        /** None, and the index is not looked at again. */
        public static Pauses none() {
            return new Pauses(Pause.none(), Pause.none(), Pause.none(), _ -> {});
        }
    }

    public SearchViewModel(SearchReader reader, FromSearch fromSearch, WindowPorts ports, Pauses pauses) {
        this.reader = reader;
        this.ports = ports;
        this.pauses = pauses;
        finding = new NewestOnly(ports.tasks());
        snippets = new SnippetsViewModel(reader, ports.tasks());
        mail = new MailViewModel(reader, ports, pauses.moving());
        saved = new SavedViewModel(reader.desk(), ports);
        health = new HealthViewModel(reader.desk(), ports.tasks(), pauses.watching(), this::findAgain);
        made = new HitsViewModel(reader, fromSearch, ports);
        at.subscribe(index -> moved(index.intValue()));
    }

    /** Reads anew: the mail may have changed while another view was shown. */
    public void load() {
        saved.load();
        health.watch(true);
        findAgain();
    }

    /** The view is out of sight. */
    public void leave() {
        health.watch(false);
    }

    private void findAgain() {
        if (!asked.get().isEmpty()) {
            find(state.get() instanceof SearchState.Ready(Answer answer) ? answer.limit() : FIRST, false);
        }
    }

    /** Looks for what is being typed. */
    public void type(String text) {
        if (!text.equals(asked.get().typed())) {
            asked.set(asked.get().withTyped(text));
            find(FIRST, true);
        }
    }

    /** Looks for a text as it stands. */
    public void search(String text) {
        ask(asked.get().withTyped(text));
    }

    void open(SavedSearch search) {
        ask(new Asked(search.query(), search.mode(), asked.get().order(), java.util.Map.of()));
    }

    void keep(String name) {
        saved.keep(name, asked.get());
    }

    void mode(Mode mode) {
        ask(asked.get().withMode(mode));
    }

    void order(Order order) {
        ask(asked.get().withOrder(order));
    }

    /** Narrows down to a value of a facet, or no longer. */
    void toggle(Facet facet, String value) {
        ask(asked.get().toggled(facet, value));
    }

    /** Takes back all narrowing down. */
    void widen() {
        ask(asked.get().widened());
    }

    /** Goes so many hits on, or back. */
    void move(int by) {
        if (!hits.isEmpty()) {
            at.set(Math.clamp(at.get() + (long) by, 0, hits.size() - 1));
        }
    }

    /** Goes to a hit that may stand anywhere, or not be listed at all. */
    void goTo(Hit hit) {
        int index = indexOf(hit.mail().id());
        if (index >= 0) {
            at.set(index);
        } else {
            mail.show(hit.mail());
        }
    }

    /** Comes near the end of what was read: reads more where there is more. */
    void near(int index) {
        if (state.get() instanceof SearchState.Ready(Answer answer)
                && index >= hits.size() - NEAR_END
                && answer.hasMore()
                && answer.limit() < MOST
                && !busy.get()) {
            find(MOST, false);
        }
    }

    /** The hit that one is at. */
    Optional<Hit> current() {
        int index = at.get();
        return index >= 0 && index < hits.size() ? Optional.of(hits.get(index)) : Optional.empty();
    }

    /** Whether a hit does not match but means about the same: it is shown, and nothing is done to it. */
    boolean isSimilar(Hit hit) {
        return state.get() instanceof SearchState.Ready(Answer answer)
                && answer.found().similar().contains(hit);
    }

    /** Gives the mail the whole width, or the list its place again; does nothing while there is no mail. */
    void toggleOpen() {
        open.set(!open.get() && mail.mailProperty().get().isPresent());
    }

    private void ask(Asked next) {
        if (!next.equals(asked.get())) {
            asked.set(next);
            find(FIRST, false);
        }
    }

    private void find(int limit, boolean beingTyped) {
        var wanted = asked.get();
        if (wanted.isEmpty()) {
            finding.forget();
            busy.set(false);
            state.set(new SearchState.Start());
            show(List.of(), false);
            return;
        }
        busy.set(true);
        if (state.get() instanceof SearchState.Start) {
            state.set(new SearchState.Searching());
        }
        typing = beingTyped;
        finding.ask("search.searching", _ -> reader.find(wanted, limit), this::found, this::failed);
    }

    private void found(Answer answer) {
        busy.set(false);
        if (!answer.asked().equals(asked.get())) {
            return; // the newer one is on its way
        }
        boolean same = state.get() instanceof SearchState.Ready(Answer before)
                && before.asked().equals(answer.asked());
        snippets.of(answer.found().query());
        health.answered(answer.found());
        // First the state: what stands above the list has its place before the list follows.
        state.set(new SearchState.Ready(answer));
        show(answer.found().all(), same);
    }

    private void failed(Throwable why) {
        busy.set(false);
        if (!(why instanceof CancellationException)) {
            show(List.of(), false);
            state.set(new SearchState.Failed(ports.texts().of(why)));
        }
    }

    /** {@code stays}: one stays at the mail that one was at. */
    private void show(List<Hit> next, boolean stays) {
        var before = current().map(hit -> hit.mail().id());
        arriving = true;
        hits.replace(next);
        int kept = stays ? before.map(this::indexOf).orElse(0) : 0;
        at.set(-1);
        if (next.isEmpty()) {
            mail.clear();
            open.set(false);
        } else {
            at.set(Math.max(0, kept));
        }
        arriving = false;
    }

    private int indexOf(long messageId) {
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).mail().id() == messageId) {
                return i;
            }
        }
        return -1;
    }

    private void moved(int index) {
        if (arriving && typing) {
            pauses.arriving().then(this::showCurrent); // the hits come first
        } else {
            showCurrent();
            if (arriving) {
                mail.readNow();
            }
        }
        near(index);
    }

    private void showCurrent() {
        current().ifPresent(hit -> mail.show(hit.mail()));
    }

    public ReadOnlyObjectProperty<Asked> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SearchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** True while an answer is on its way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ObservableList<Hit> hits() {
        return hits;
    }

    /** The place of the hit that one is at; -1 for none. */
    IntegerProperty atProperty() {
        return at;
    }

    BooleanProperty openProperty() {
        return open;
    }

    SnippetsViewModel snippets() {
        return snippets;
    }

    MailViewModel mail() {
        return mail;
    }

    SavedViewModel saved() {
        return saved;
    }

    HealthViewModel health() {
        return health;
    }

    HitsViewModel made() {
        return made;
    }

    /** What is shown is of a search that somebody types: there may be more to come. */
    boolean isTyping() {
        return typing;
    }

    Pauses pauses() {
        return pauses;
    }

    SearchReader reader() {
        return reader;
    }

    WindowPorts ports() {
        return ports;
    }
}
