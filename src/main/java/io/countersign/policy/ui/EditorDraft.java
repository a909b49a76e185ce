package io.countersign.policy.ui;

import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import java.util.List;

/**
 * A policy as it stands in the editor; it may be unfinished.
 *
 * @param place which stored policy it is a draft of
 */
record EditorDraft(
        Place place,
        String name,
        String reason,
        ActionDraft action,
        double threshold,
        boolean includeProtected,
        ConditionDraft condition) {

    /**
     * Where a policy is stored, and what is changed there without the editor.
     *
     * @param id 0 for one that is not stored yet
     */
    record Place(long id, int version, boolean enabled, int priority) {
        static Place of(Policy policy) {
            return new Place(policy.id(), policy.version(), policy.enabled(), policy.priority());
        }

        Place withEnabled(boolean changed) {
            return new Place(id, version, changed, priority);
        }

        /** One that is not stored yet, and is to be tried when this one would be. */
        Place unstored() {
            return new Place(0, 0, enabled, priority);
        }
    }

    /** A stored or suggested policy, unchanged. */
    static EditorDraft of(Policy policy, ClauseDrafts drafts) {
        return new EditorDraft(
                Place.of(policy),
                policy.name(),
                policy.reason(),
                ActionDraft.of(policy.action()),
                policy.confidenceThreshold(),
                policy.includeProtected(),
                ConditionDraft.of(policy.condition(), drafts));
    }

    long id() {
        return place.id();
    }

    boolean enabled() {
        return place.enabled();
    }

    ClauseDraft tree() {
        return condition.tree();
    }

    String json() {
        return condition.json();
    }

    boolean inStep() {
        return condition.inStep();
    }

    EditorDraft withName(String changed) {
        return new EditorDraft(place, changed, reason, action, threshold, includeProtected, condition);
    }

    EditorDraft withReason(String changed) {
        return new EditorDraft(place, name, changed, action, threshold, includeProtected, condition);
    }

    EditorDraft withAction(ActionDraft changed) {
        return new EditorDraft(place, name, reason, changed, threshold, includeProtected, condition);
    }

    EditorDraft withThreshold(double changed) {
        return new EditorDraft(place, name, reason, action, changed, includeProtected, condition);
    }

    EditorDraft withIncludeProtected(boolean changed) {
        return new EditorDraft(place, name, reason, action, threshold, changed, condition);
    }

    EditorDraft withCondition(ConditionDraft changed) {
        return new EditorDraft(place, name, reason, action, threshold, includeProtected, changed);
    }

    /** The same content in another place. */
    EditorDraft at(Place other) {
        return new EditorDraft(other, name, reason, action, threshold, includeProtected, condition);
    }

    /** The same content in the place and version of a stored policy. */
    EditorDraft inPlaceOf(Policy stored) {
        return at(Place.of(stored));
    }

    /** A new policy that says the same under another name. */
    EditorDraft copy(String changed, ClauseDrafts drafts) {
        return new EditorDraft(
                Place.of(PolicyDrafts.named(changed, new Condition.All(List.of()))),
                changed,
                reason,
                action,
                threshold,
                includeProtected,
                ConditionDraft.of(drafts.copy(tree())));
    }

    /** The policy, once condition and action can be told. */
    Policy policy(Condition read, Action decided) {
        return new Policy(
                place.id(),
                place.version(),
                name.strip(),
                reason.strip(),
                place.enabled(),
                place.priority(),
                read,
                decided,
                threshold,
                includeProtected);
    }

    /** Whether a person would find the same in both. */
    boolean saysTheSameAs(EditorDraft other) {
        return name.strip().equals(other.name.strip())
                && reason.strip().equals(other.reason.strip())
                && action.id().equals(other.action.id())
                && action.json().equals(other.action.json())
                && threshold == other.threshold
                && includeProtected == other.includeProtected
                && condition.saysTheSameAs(other.condition);
    }
}
