package io.countersign.search.ui;

import io.countersign.search.Facet;
import io.countersign.search.SearchQuery;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.search.ui.ProposedNotice.TakenBack;
import io.countersign.search.ui.SearchViewModel.Pauses;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.RecordedScreen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The model of the search on made-up mail, with everything that it says and asks recorded. */
final class SearchStage extends RecordedScreen implements FromSearch {
    final SampleSearch desk;
    final SearchViewModel model;
    final List<String> policies = new ArrayList<>();
    final List<Collection<Long>> proposed = new ArrayList<>();
    final List<Collection<Long>> takenBack = new ArrayList<>();
    int decided;
    int left;

    SearchStage(SampleSearch desk, BackgroundTasks tasks) {
        super(tasks, Locale.ENGLISH, SampleSearch.CLOCK);
        this.desk = desk;
        model = new SearchViewModel(
                new SearchReader(desk, desk.mail, desk.mail, SampleSearch.CLOCK), this, ports, Pauses.none());
    }

    SearchWords words() {
        return new SearchWords(texts, formats);
    }

    SearchReader.Answer answer() {
        return model.stateProperty().get() instanceof SearchState.Ready(var answer)
                ? answer
                : org.assertj.core.api.Assertions.fail("no answer");
    }

    @Override
    public void makePolicy(String typed, SearchQuery query, Map<Facet, String> narrowed) {
        policies.add(typed + " " + narrowed);
    }

    @Override
    public void simulate(String typed, SearchQuery query, Map<Facet, String> narrowed) {
        policies.add("simulated " + typed + " " + narrowed);
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("archive", "Archive", false), new Offer("label", "Label", true));
    }

    @Override
    public Proposed propose(Offer offer, String name, String typed, Collection<Long> messageIds, Progress progress) {
        proposed.add(messageIds);
        return new Proposed(messageIds.size(), _ -> {
            takenBack.add(messageIds);
            int withdrawn = messageIds.size() - decided - left;
            return new TakenBack(withdrawn, decided, left);
        });
    }
}
