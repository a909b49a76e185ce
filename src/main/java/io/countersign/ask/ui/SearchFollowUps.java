package io.countersign.ask.ui;

import io.countersign.policy.Action;
import io.countersign.policy.QueryCondition;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.search.Facet;
import io.countersign.search.SearchQuery;
import io.countersign.search.ui.FromSearch;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be made of a search: a policy in the editor, or proposals that wait for a yes. */
public final class SearchFollowUps implements FromSearch {
    private static final String LABEL = "label_email";
    private static final String FOLDER = "move_to_folder";

    private final PolicyDrafts drafts;
    private final BulkProposals proposals;
    private final Texts texts;

    /** Makes pending proposals of one action for many mails. Blocking and thread-safe. */
    @FunctionalInterface
    public interface BulkProposals {
        /** {@code reason} is a sentence for the person. */
        Proposed propose(Collection<Long> messageIds, Action action, String reason, Progress progress);
    }

    public SearchFollowUps(PolicyDrafts drafts, BulkProposals proposals, Texts texts) {
        this.drafts = drafts;
        this.proposals = proposals;
        this.texts = texts;
    }

    @Override
    public void makePolicy(String typed, SearchQuery query, Map<Facet, String> narrowed) {
        var shown = name(typed, narrowed);
        drafts.fromSearch(QueryCondition.of(query, narrowed), shown, texts.get("search.policy.origin", shown));
    }

    @Override
    public void simulate(String typed, SearchQuery query, Map<Facet, String> narrowed) {
        var shown = name(typed, narrowed);
        drafts.simulate(QueryCondition.of(query, narrowed), shown, texts.get("search.policy.origin", shown));
    }

    private static String name(String typed, Map<Facet, String> narrowed) {
        return OneLine.of(typed.isBlank() ? String.join(", ", narrowed.values()) : typed.strip());
    }

    @Override
    public List<Offer> offers() {
        return Stream.of(
                        "archive_email",
                        "mark_read",
                        LABEL,
                        FOLDER,
                        "unsubscribe_via_header",
                        "create_task",
                        "create_calendar_event")
                .map(id -> new Offer(id, texts.get("action." + id), id.equals(LABEL) || id.equals(FOLDER)))
                .toList();
    }

    @Override
    public Proposed propose(Offer offer, String name, String typed, Collection<Long> messageIds, Progress progress) {
        var reason = texts.get("search.propose.reason", OneLine.of(typed));
        return proposals.propose(messageIds, action(offer.id(), name), reason, progress);
    }

    private static Action action(String id, String name) {
        return switch (id) {
            case "archive_email" -> new Action.Archive();
            case "mark_read" -> new Action.MarkRead();
            case LABEL -> new Action.Label(name);
            case FOLDER -> new Action.MoveToFolder(name);
            case "unsubscribe_via_header" -> new Action.Unsubscribe();
            case "create_task" -> new Action.CreateTask(Optional.empty(), Optional.empty());
            case "create_calendar_event" -> new Action.CreateCalendarEvent();
            default -> throw new IllegalArgumentException("no action " + id);
        };
    }
}
