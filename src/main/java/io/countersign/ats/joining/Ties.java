package io.countersign.ats.joining;

import io.countersign.ats.ApplicationDecision.Merge;
import io.countersign.ats.ApplicationDecision.Split;
import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.ApplicationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person tied together or kept apart. A later word outranks an earlier one: a split loosens what was merged, a merge
 * brings together what was split. Immutable.
 */
final class Ties {
    private final Map<ApplicationId, Integer> groupOf = new HashMap<>();
    private final Map<Integer, Set<ApplicationId>> members = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private int next;

    Ties(List<Decided> decisions) {
        for (var decided : decisions) {
            switch (decided.decision()) {
                case Merge merge -> merge.parts().forEach(part -> join(group(merge.kept()), group(part)));
                case Split(var moved, var rest) -> separate(moved, rest);
                default -> {}
            }
        }
    }

    /** The group of what a person tied to it; -1 when nobody said anything about it. */
    int of(ApplicationId id) {
        return groupOf.getOrDefault(id, -1);
    }

    /** True when something of one group must not be with something of the other. */
    boolean areApart(int one, int other) {
        return apart.getOrDefault(one, Set.of()).contains(other);
    }

    private int group(ApplicationId id) {
        var known = groupOf.get(id);
        if (known != null) {
            return known;
        }
        int fresh = next++;
        groupOf.put(id, fresh);
        members.put(fresh, new LinkedHashSet<>(Set.of(id)));
        return fresh;
    }

    private void join(int kept, int other) {
        if (kept == other) {
            return;
        }
        var moved = members.remove(other);
        if (moved != null) {
            moved.forEach(id -> groupOf.put(id, kept));
            members.computeIfAbsent(kept, _ -> new LinkedHashSet<>()).addAll(moved);
        }
        apartOf(other).forEach(third -> keepApart(kept, third));
        apart.remove(other);
        apart.values().forEach(groups -> groups.remove(other));
        apartOf(kept).remove(kept);
    }

    private void separate(Set<ApplicationId> moved, Set<ApplicationId> rest) {
        var inherited = new TreeSet<Integer>();
        for (var id : moved) {
            int old = group(id);
            inherited.addAll(apartOf(old));
            members.getOrDefault(old, new HashSet<>()).remove(id);
            groupOf.remove(id);
        }
        int side = fresh(moved);
        inherited.forEach(third -> keepApart(side, third));
        var groups = new TreeSet<Integer>();
        rest.forEach(id -> groups.add(group(id)));
        if (!groups.isEmpty()) {
            int other = groups.getFirst();
            groups.tailSet(other, false).forEach(group -> join(other, group));
            keepApart(side, other);
        }
    }

    private int fresh(Set<ApplicationId> ids) {
        int group = next++;
        ids.forEach(id -> groupOf.put(id, group));
        members.put(group, new LinkedHashSet<>(ids));
        return group;
    }

    private void keepApart(int one, int other) {
        if (one != other) {
            apartOf(one).add(other);
            apartOf(other).add(one);
        }
    }

    private Set<Integer> apartOf(int group) {
        return apart.computeIfAbsent(group, _ -> new TreeSet<>());
    }
}
