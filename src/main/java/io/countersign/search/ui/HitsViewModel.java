package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Extent;
import io.countersign.search.SearchDesk.Matches;
import io.countersign.search.ui.FromSearch.Offer;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.search.ui.SearchReader.Answer;
import io.countersign.shared.task.BackgroundTasks.Running;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.TableExport;
import io.countersign.shared.ui.TableExport.Written;
import io.countersign.shared.ui.WindowPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What is made of everything that was found: a file, proposals, a policy. UI thread only. */
final class HitsViewModel {
    private final SearchReader reader;
    private final FromSearch fromSearch;
    private final WindowPorts ports;
    private final TableExport export;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final BooleanProperty proposing = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Chosen>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Running job = () -> {};

    /** The mails that are to be proposed for, and the question that found them. */
    record Chosen(Asked asked, Matches matches) {}

    HitsViewModel(SearchReader reader, FromSearch fromSearch, WindowPorts ports) {
        this.reader = reader;
        this.fromSearch = fromSearch;
        this.ports = ports;
        export = new TableExport(ports, "search");
        export.runningProperty().subscribe((_, running) -> working.set(running));
    }

    void makePolicy(Answer answer) {
        var asked = answer.asked();
        fromSearch.makePolicy(asked.typed(), asked.query(), asked.narrowed());
    }

    void simulate(Answer answer) {
        var asked = answer.asked();
        fromSearch.simulate(asked.typed(), asked.query(), asked.narrowed());
    }

    /** Asks where to, then writes all hits, not only those that can be listed; beyond {@link Matches#MOST} it says so. */
    void export(Answer answer) {
        if (!working.get() && !answer.found().hits().isEmpty()) {
            export.askForPart("mails-" + reader.today() + ".csv", (file, progress) -> write(answer, file, progress));
        }
    }

    private Written write(Answer answer, Path file, Progress progress) {
        var matches = matches(answer, progress);
        var ids = isWhole(answer) ? matches.ids() : reader.inOrder(answer, matches);
        int rows = HitsCsv.table(reader.clock().getZone()).save(reader.mails(ids), ids.size(), file, progress);
        return new Written(rows, matches.more());
    }

    private Matches matches(Answer answer, Progress progress) {
        return isWhole(answer) ? new Matches(ids(answer), false) : reader.matches(answer, progress);
    }

    /** All that was found is in the list already. */
    private static boolean isWhole(Answer answer) {
        return !answer.hasMore() && answer.found().extent() == Extent.WHOLE;
    }

    List<Offer> offers() {
        return fromSearch.offers();
    }

    /** Looks up every mail that was found, for a proposal: only these are proposed for, whatever arrives meanwhile. */
    void look(Answer answer) {
        if (chosen(answer).isPresent()) {
            return;
        }
        chosen.set(Optional.empty());
        if (isWhole(answer)) {
            chosen.set(Optional.of(new Chosen(answer.asked(), new Matches(ids(answer), false))));
            return;
        }
        job = ports.tasks()
                .run(
                        "search.counting",
                        progress -> new Chosen(answer.asked(), reader.matches(answer, progress)),
                        found -> chosen.set(Optional.of(found)),
                        _ -> proposing.set(false));
    }

    /** What {@link #look} found for an answer; empty until it has. */
    Optional<Matches> chosen(Answer answer) {
        return chosen.get().filter(one -> one.asked().equals(answer.asked())).map(Chosen::matches);
    }

    ReadOnlyObjectProperty<Optional<Chosen>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    private static List<Long> ids(Answer answer) {
        return answer.found().hits().stream().map(hit -> hit.mail().id()).toList();
    }

    /** Makes a pending proposal for every mail that was found. */
    void propose(Answer answer, Offer offer, String name) {
        if (working.get()) {
            return;
        }
        working.set(true);
        var looked = chosen(answer);
        job = ports.tasks()
                .run(
                        "search.proposing",
                        progress -> fromSearch.propose(
                                offer,
                                name,
                                answer.asked().typed().strip(),
                                looked.orElseGet(() -> reader.matches(answer, progress))
                                        .ids(),
                                progress),
                        this::proposed,
                        _ -> working.set(false));
    }

    /** Proposes nothing after all; what is being proposed is taken back. */
    void leave() {
        job.cancel();
        proposing.set(false);
        chosen.set(Optional.empty());
    }

    /** True while a file is written or proposals are made. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Whether one is choosing what to propose. */
    BooleanProperty proposingProperty() {
        return proposing;
    }

    private void proposed(Proposed proposed) {
        working.set(false);
        proposing.set(false);
        chosen.set(Optional.empty());
        new ProposedNotice(ports).say(proposed, () -> {});
    }
}
