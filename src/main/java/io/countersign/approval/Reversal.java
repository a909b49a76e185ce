package io.countersign.approval;

import io.countersign.approval.EffectJournal.Entry;
import io.countersign.approval.UndoResult.Kept;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out how to take effects back, newest first. The standing effects on one field of one mail form a chain. The newest of
 * a chain is reverted on the mail, if that is still as the effect left it; from the middle of a chain an effect is cut out, and
 * the next one then restores what the cut one would have. Either way the mail ends as if the effect had never been.
 */
final class Reversal {
    private record Place(long messageId, String field) {}

    private final Map<Place, List<Entry>> chains = new HashMap<>();
    private final Map<Long, Message> mails;
    private final Map<Long, Message> changed = new LinkedHashMap<>();
    private final Map<Long, Entry> rebased = new LinkedHashMap<>();
    private final List<Long> undone = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    /** {@code standing}: all effects on these mails that stand, oldest first. */
    Reversal(List<Entry> standing, Map<Long, Message> mails) {
        this.mails = new HashMap<>(mails);
        standing.forEach(entry -> entry.change()
                .ifPresent(change -> chains.computeIfAbsent(
                                new Place(entry.messageId(), change.field()), _ -> new ArrayList<>())
                        .add(entry)));
    }

    /** Takes one effect back. */
    void reverse(Entry effect) {
        var change = effect.change();
        if (change.isEmpty()) {
            undone.add(effect.id());
            return;
        }
        var chain =
                chains.getOrDefault(new Place(effect.messageId(), change.get().field()), new ArrayList<>());
        int index = indexOf(effect, chain);
        boolean reversed = index + 1 < chain.size() ? cut(chain, index) : revert(chain.get(index));
        if (reversed) {
            chain.remove(index);
            rebased.remove(effect.id());
            undone.add(effect.id());
        }
    }

    private static int indexOf(Entry effect, List<Entry> chain) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).id() == effect.id()) {
                return i;
            }
        }
        chain.addFirst(effect);
        return 0;
    }

    private boolean cut(List<Entry> chain, int index) {
        var own = chain.get(index).change().orElseThrow();
        var next = chain.get(index + 1);
        var later = next.change().orElseThrow();
        if (!later.before().equals(own.after())) {
            return keep(chain.get(index));
        }
        var joined = new Entry(
                next.id(), next.proposalId(), next.messageId(), next.change().map(change -> change.from(own.before())));
        chain.set(index + 1, joined);
        rebased.put(next.id(), joined);
        return true;
    }

    private boolean revert(Entry effect) {
        var change = effect.change().orElseThrow();
        if (change.before().equals(change.after())) {
            return true;
        }
        var mail = mails.get(effect.messageId());
        var state = mail == null ? Optional.<MailboxState>empty() : change.revertOn(mail.state());
        if (mail == null || state.isEmpty()) {
            return keep(effect);
        }
        var restored = mail.withState(state.get());
        mails.put(mail.id(), restored);
        changed.put(mail.id(), restored);
        return true;
    }

    private boolean keep(Entry effect) {
        kept.add(new Kept(
                effect.proposalId(),
                mails.containsKey(effect.messageId())
                        ? "The mail was changed since, so it was left as it is."
                        : "The mail is not there any more."));
        return false;
    }

    /** Mail to be stored. */
    Collection<Message> changed() {
        return changed.values();
    }

    /** Later effects that now restore something else. */
    Collection<Entry> rebased() {
        return rebased.values();
    }

    /** Effects that were taken back. */
    List<Long> undone() {
        return undone;
    }

    /** Proposals whose effect had to stay. */
    List<Kept> kept() {
        return kept;
    }
}
