package io.countersign.approval;

import io.countersign.approval.EffectJournal.Entry;
import io.countersign.mail.KnownMail;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One reading of a known source. A mail has changed there when no copy of it is as it was when it was last met: as it is here
 * with what was approved and done here taken away. Made for one import; not thread-safe.
 */
final class SourceWatch implements KnownMail.Watch {
    private final Workspace workspace;
    private final ApprovalStore store;
    private final SourceHistory history;
    private final boolean whole;
    private final Set<String> folders = new HashSet<>();
    private final BitSet unchanged = new BitSet();
    private final Map<Long, SourceChange> changed = new LinkedHashMap<>();

    /** @param whole false when only what is new in the source is read */
    SourceWatch(Workspace workspace, ApprovalStore store, SourceHistory history, boolean whole) {
        this.whole = whole;
        this.workspace = workspace;
        this.store = store;
        this.history = history;
    }

    @Override
    public void met(List<KnownMail.Met> mails, long firstNewId) {
        mails.forEach(mail -> folders.add(mail.said().folder()));
        var ids = history.ids(mails.stream().map(KnownMail.Met::identity).collect(Collectors.toSet()));
        var known = Mails.byId(
                workspace.messages(),
                ids.values().stream().filter(id -> id < firstNewId).toList());
        var differing = new ArrayList<KnownMail.Met>();
        for (var mail : mails) {
            var message = known.get(ids.getOrDefault(mail.identity(), -1L));
            if (message != null && isSame(message.state(), mail)) {
                unchanged.set(Math.toIntExact(message.id()));
            } else if (message != null) {
                differing.add(mail);
            }
        }
        if (!differing.isEmpty()) {
            compare(differing, ids, known);
        }
    }

    private void compare(List<KnownMail.Met> mails, Map<java.util.UUID, Long> ids, Map<Long, Message> known) {
        var wanted = mails.stream()
                .map(mail -> ids.getOrDefault(mail.identity(), -1L))
                .distinct()
                .toList();
        var effects = new HashMap<Long, List<Entry>>();
        store.journal()
                .standingOn(wanted)
                .forEach(effect -> effects.computeIfAbsent(effect.messageId(), _ -> new ArrayList<>())
                        .add(effect));
        for (var mail : mails) {
            var message = known.get(ids.getOrDefault(mail.identity(), -1L));
            if (message == null) {
                continue;
            }
            var before = before(message.state(), effects.getOrDefault(message.id(), List.of()));
            if (isSame(before, mail)) {
                unchanged.set(Math.toIntExact(message.id()));
            } else if (isTelling(before, mail)) {
                changed.put(message.id(), new SourceChange(before, mail.said()));
            }
        }
    }

    /** A new file in another folder is a move or a copy: only who reads the whole source knows whether the old one is gone. */
    private boolean isTelling(MailboxState before, KnownMail.Met mail) {
        return whole || before.folder().equals(mail.said().folder());
    }

    /** The state without what was done here. */
    private static MailboxState before(MailboxState state, List<Entry> effects) {
        var before = state;
        for (var effect : effects.reversed()) {
            var current = before;
            before = effect.change().flatMap(change -> change.revertOn(current)).orElse(current);
        }
        return before;
    }

    private static boolean isSame(MailboxState state, KnownMail.Met mail) {
        return isSame(state, mail.said()) || isSame(state, mail.placed());
    }

    private static boolean isSame(MailboxState one, MailboxState other) {
        return one.folder().equals(other.folder())
                && one.labels().equals(other.labels())
                && one.unread() == other.unread()
                && one.starred() == other.starred()
                && one.answered() == other.answered();
    }

    @Override
    public void finish() {
        changed.keySet().removeIf(id -> unchanged.get(Math.toIntExact(id)));
        // Where the folder was not read this time, nobody knows whether the mail is still in it.
        changed.replaceAll((_, change) -> change.knowing(folders));
        changed.values().removeIf(SourceChange::isNothing);
        if (!changed.isEmpty()) {
            workspace.inTransaction(this::take);
        }
    }

    private boolean take() {
        store.decisions().lock();
        var mails = Mails.byId(workspace.messages(), changed.keySet());
        var earlier = store.proposals().earlier(changed.keySet());
        var belonging = new Belonging(workspace.policies().all(), store.byHand().reaches());
        var after = new ArrayList<Message>();
        var acts = new ArrayList<ByHandLog.Act>();
        mails.values().forEach(mail -> {
            var change = changed.get(mail.id());
            if (change != null) {
                after.add(mail.withState(change.applyTo(mail.state())));
                change.acts()
                        .forEach(action -> acts.add(new ByHandLog.Act(
                                mail.id(),
                                action,
                                java.util.OptionalLong.empty(),
                                earlier.containsKey(new ProposalKey(mail.id(), action))
                                        ? List.of()
                                        : belonging.of(action, mail).stream()
                                                .map(io.countersign.policy.Policy::id)
                                                .toList())));
            }
        });
        if (workspace.messages().updateStates(after).size() != after.size()) {
            throw new io.countersign.shared.CountersignException.Stale("mail");
        }
        var now = workspace.clock().instant();
        store.byHand().add(acts, now);
        store.audit()
                .add(
                        now,
                        acts.stream()
                                .map(act -> new AuditLog.Line(
                                        "by_hand",
                                        null,
                                        null,
                                        act.messageId(),
                                        null,
                                        ActionWords.of(act.action()),
                                        null))
                                .toList());
        return true;
    }
}
