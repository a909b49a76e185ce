package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.ui.FromSearch.Offer;
import io.countersign.search.ui.SearchReader.Answer;
import io.countersign.shared.ui.TableExport;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What is made of everything that was found: a file, proposals, a policy. UI thread only. */
final class HitsViewModel {
    private final SearchReader reader;
    private final FromSearch fromSearch;
    private final WindowPorts ports;
    private final TableExport export;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final BooleanProperty proposing = new SimpleBooleanProperty();

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

    /** Makes a pending proposal for every mail that can be listed. */
    void propose(Answer answer, Offer offer, String name) {
        if (working.get()) {
            return;
        }
        working.set(true);
        ports.tasks()
                .run(
                        "search.proposing",
                        _ -> fromSearch.propose(
                                offer,
                                name,
                                answer.asked().typed().strip(),
                                all(answer).stream().map(hit -> hit.mail().id()).toList()),
                        this::proposed,
                        _ -> working.set(false));
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

    private void proposed(int count) {
        working.set(false);
        proposing.set(false);
        new ProposedNotice(ports).say(count);
    }
}
