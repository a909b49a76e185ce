package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was begun and is not saved: changes of stored policies, and new ones under ids below 0. UI thread only. */
final class Shelf {
    private final ClauseDrafts drafts;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final Map<Long, Policy> conflicts = new HashMap<>();
    private long newest;

    /**
     * A draft and what it began with.
     *
     * @param untouched a new one that nobody has written anything into
     */
    record Entry(EditorDraft base, EditorDraft draft, boolean untouched) {}

    Shelf(ClauseDrafts drafts) {
        this.drafts = drafts;
    }

    /** Puts a new policy here; gives the id that it has until it is saved. */
    long begin(EditorDraft draft, boolean untouched) {
        long id = --newest;
        entries.put(id, new Entry(draft, draft, untouched));
        return id;
    }

    /** Keeps a draft, or forgets it where it says what is stored. */
    void keep(long id, EditorDraft base, EditorDraft draft) {
        boolean changed = !draft.saysTheSameAs(base);
        var before = entries.get(id);
        if (id < 0) {
            boolean untouched = before != null && before.untouched() && !changed;
            entries.put(id, new Entry(base, draft, untouched));
        } else if (changed) {
            entries.put(id, new Entry(base, draft, false));
        } else {
            drop(id);
        }
    }

    void drop(long id) {
        entries.remove(id);
        conflicts.remove(id);
    }

    Optional<Entry> find(long id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** New ones, the newest first. */
    Collection<Long> begun() {
        return entries.keySet().stream().filter(id -> id < 0).sorted().toList();
    }

    /** What is stored was read anew: drafts follow where only the place of their policy changed, and conflict elsewhere. */
    void follow(Map<Long, Policy> stored) {
        for (var kept : Map.copyOf(entries).entrySet()) {
            long id = kept.getKey();
            var now = stored.get(id);
            if (id > 0 && now != null) {
                follow(id, kept.getValue(), now);
            } else if (id > 0) {
                // Removed elsewhere: what was written becomes a new policy.
                entries.remove(id);
                conflicts.remove(id);
                var draft = kept.getValue().draft();
                begin(draft.at(draft.place().unstored()), false);
            }
        }
    }

    /** What is stored now where a draft began with something else. */
    Optional<Policy> conflict(long id) {
        return Optional.ofNullable(conflicts.get(id));
    }

    /** The draft is meant in place of what is stored now. */
    void insist(long id) {
        var stored = conflicts.remove(id);
        var entry = entries.get(id);
        if (stored != null && entry != null) {
            entries.put(
                    id, new Entry(EditorDraft.of(stored, drafts), entry.draft().inPlaceOf(stored), false));
        }
    }

    private void follow(long id, Entry entry, Policy now) {
        var base = EditorDraft.of(now, drafts);
        if (base.saysTheSameAs(entry.base())) {
            conflicts.remove(id);
            entries.put(id, new Entry(base, entry.draft().inPlaceOf(now), false));
        } else if (entry.draft().saysTheSameAs(base)) {
            drop(id);
        } else {
            conflicts.put(id, now);
        }
    }
}
