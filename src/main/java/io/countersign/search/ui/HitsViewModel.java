package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Extent;
import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Matches;
import io.countersign.search.ui.FromSearch.Offer;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.search.ui.SearchReader.Answer;
import io.countersign.shared.task.BackgroundTasks.Running;
import io.countersign.shared.ui.TableExport;
import io.countersign.shared.ui.WindowPorts;
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

    /** Asks where to, then writes the hits in the order of the list, all that can be listed. */
    void export(Answer answer) {
        if (!working.get() && !answer.found().hits().isEmpty()) {
            export.ask("mails-" + reader.today() + ".csv", (file, progress) -> {
                var rows = all(answer);
                HitsCsv.table(reader.clock().getZone()).save(rows, file, progress);
                return rows.size();
            });
        }
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
        if (!answer.hasMore() && answer.found().extent() == Extent.WHOLE) {
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

    /** Not only those that were read so far. Blocking. */
    private List<Hit> all(Answer answer) {
        return answer.hasMore() && answer.limit() < SearchViewModel.MOST
                ? reader.find(answer.asked(), SearchViewModel.MOST).found().hits()
                : answer.found().hits();
    }

    private void proposed(Proposed proposed) {
        working.set(false);
        proposing.set(false);
        chosen.set(Optional.empty());
        new ProposedNotice(ports).say(proposed, () -> {});
    }
}
