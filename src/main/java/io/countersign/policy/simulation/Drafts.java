package io.countersign.policy.simulation;

import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDifference;
import io.countersign.policy.SideBySide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts as they would be stored: each with the id and version that saving gives it. */
final class Drafts {
    private final List<Policy> stored;
    private final List<Policy> placed = new ArrayList<>();
    private final List<Boolean> revised = new ArrayList<>();
    private final Map<Long, Integer> indexes = new HashMap<>();

    Drafts(List<Policy> stored, List<Policy> drafts) {
        this.stored = stored;
        // A new policy gets an id that is greater than all others, in the order of the drafts.
        long next = Long.MAX_VALUE - drafts.size();
        for (var draft : drafts) {
            var replaced = stored.stream().filter(one -> one.id() == draft.id()).findFirst();
            long id = draft.id() == 0 ? next++ : draft.id();
            boolean revises = replaced.isEmpty() || PolicyDifference.revises(replaced.get(), draft);
            int version = replaced.map(Policy::version).orElse(draft.version());
            indexes.put(id, placed.size());
            placed.add(draft.numbered(id, revises ? version + 1 : version));
            revised.add(revises);
        }
    }

    SideBySide sideBySide() {
        var after = new LinkedHashMap<Long, Policy>();
        stored.forEach(policy -> after.put(policy.id(), policy));
        placed.forEach(policy -> after.put(policy.id(), policy));
        return new SideBySide(stored, after.values(), placed);
    }

    /** The index of the draft that this policy is; empty for a stored one. */
    Optional<Integer> indexOf(Policy policy) {
        return indexOf(policy.id());
    }

    Optional<Integer> indexOf(long policyId) {
        return Optional.ofNullable(indexes.get(policyId));
    }

    Policy placed(int index) {
        return placed.get(index);
    }

    boolean isRevised(int index) {
        return revised.get(index);
    }

    /** The id by which a person knows a policy: that of a stored one, -1 for the first draft if it is new, -2 for the second. */
    long shownId(Policy policy) {
        boolean isNew = policy.id() > Long.MAX_VALUE - placed.size() - 1;
        return isNew ? -1L - indexOf(policy).orElseThrow() : policy.id();
    }
}
