package io.countersign.ask.ui;

import io.countersign.policy.Action;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.search.ui.MailViewModel;
import io.countersign.search.ui.ProposedNotice;
import io.countersign.search.ui.SampleSearch;
import io.countersign.search.ui.SearchReader;
import io.countersign.search.ui.SearchViewModel;
import io.countersign.search.ui.SearchViewModel.Pauses;
import io.countersign.search.ui.SearchWords;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The view Search &amp; Ask on made-up mail, with everything that it says and asks recorded. */
final class SearchAndAskStage extends RecordedScreen {
    final SampleSearch desk;
    final SampleAnswers answers;
    final List<Proposed> bulk = new ArrayList<>();
    final SearchViewModel search;
    final AskViewModel ask;
    private @Nullable SearchAndAskController controller;
    private @Nullable Parent root;

    record Proposed(Collection<Long> ids, Action action, String reason) {}

    SearchAndAskStage(SampleSearch desk, BackgroundTasks tasks, Locale locale) {
        super(tasks, locale, SampleSearch.CLOCK);
        this.desk = desk;
        answers = new SampleAnswers(desk);
        var reader = new SearchReader(desk, desk.mail, desk.mail, SampleSearch.CLOCK);
        var followUps = new SearchFollowUps(
                new PolicyDrafts(shown::add),
                (ids, action, reason, _) -> {
                    bulk.add(new Proposed(ids, action, reason));
                    return new ProposedNotice.Proposed(
                            ids.size(), _ -> new ProposedNotice.TakenBack(ids.size() - 1, 1));
                },
                texts);
        search = new SearchViewModel(reader, followUps, ports, Pauses.none());
        ask = new AskViewModel(answers, new MailViewModel(reader, ports, Pause.none()), ports, Runnable::run);
    }

    /** The nodes of the screen, its commands registered, shown for the first time. */
    Parent show() {
        var shown = show(View.SEARCH, SearchAndAskController.class, this::controller);
        root = shown;
        return shown;
    }

    /** What {@link #show} gave. */
    Parent root() {
        return Objects.requireNonNull(root);
    }

    SearchAndAskController controller() {
        if (controller == null) {
            controller = new SearchAndAskController(
                    search, ask, new SearchWords(texts, formats), new AskWords(texts, formats));
        }
        return Objects.requireNonNull(controller);
    }

    WindowPorts ports() {
        return ports;
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    /** Shows the answers in place of the search. */
    SearchAndAskStage answers() {
        commands.find("search.tab.ask").orElseThrow().run();
        return this;
    }
}
