package io.countersign.app;

import io.countersign.approval.OnRequest;
import io.countersign.approval.OnRequest.Wish;
import io.countersign.ask.ModelKey;
import io.countersign.ask.ui.AskViewModel;
import io.countersign.ask.ui.AskWords;
import io.countersign.ask.ui.SearchAndAskController;
import io.countersign.ask.ui.SearchFollowUps;
import io.countersign.policy.Action;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.search.ui.MailViewModel;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.search.ui.ProposedNotice.TakenBack;
import io.countersign.search.ui.SearchReader;
import io.countersign.search.ui.SearchViewModel;
import io.countersign.search.ui.SearchWords;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.FxThread;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Puts the view Search &amp; Ask together. */
record SearchAndAskParts(CompositionRoot root, Clock clock, ModelKey key) {
    SearchAndAskController controller(WindowPorts ports, PolicyDrafts drafts) {
        var reader = new SearchReader(root.search().desk(), root.messages(), root.reader(), clock);
        var followUps = new SearchFollowUps(
                drafts,
                (ids, action, reason, progress) -> propose(root.requests(), wishes(ids, action, reason), progress),
                ports.texts());
        var search = new SearchViewModel(reader, followUps, ports, SearchViewModel.Pauses.person());
        var ask = new AskViewModel(
                root.ask(clock, ports.formats().locale(), key),
                new MailViewModel(reader, ports, Pause.none()),
                ports,
                new FxThread());
        return new SearchAndAskController(
                search,
                ask,
                new SearchWords(ports.texts(), ports.formats()),
                new AskWords(ports.texts(), ports.formats()));
    }

    private static List<Wish> wishes(Collection<Long> ids, Action action, String reason) {
        return ids.stream().map(id -> new Wish(id, action, reason)).toList();
    }

    private static Proposed propose(OnRequest requests, List<Wish> wishes, Progress progress) {
        var request = requests.propose(wishes, progress);
        return new Proposed(request.proposals(), undoing -> {
            var withdrawn = requests.withdraw(OptionalLong.of(request.id()), undoing);
            return new TakenBack(withdrawn.withdrawn(), withdrawn.decided(), withdrawn.left());
        });
    }
}
