package io.countersign.policy.ui;

import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;

/**
 * A policy as it stands in the editor; it may be unfinished.
 *
 * @param id 0 for one that is not stored yet
 * @param tree what the builder shows
 * @param json what stands in the text beside it
 * @param inStep false while the text cannot be read, and the builder shows what was last there
 */
record EditorDraft(
        long id,
        int version,
        boolean enabled,
        int priority,
        String name,
        String reason,
        ActionDraft action,
        double threshold,
        boolean includeProtected,
        ClauseDraft tree,
        String json,
        boolean inStep) {
    static final PolicyJson JSON = new PolicyJson();

    /** A stored or suggested policy, unchanged. */
    static EditorDraft of(Policy policy, ClauseDrafts drafts) {
        var tree = tree(policy.condition(), drafts);
        return new EditorDraft(
                policy.id(),
                policy.version(),
                policy.enabled(),
                policy.priority(),
                policy.name(),
                policy.reason(),
                ActionDraft.of(policy.action()),
                policy.confidenceThreshold(),
                policy.includeProtected(),
                tree,
                ConditionText.of(tree),
                true);
    }

    private static ClauseDraft tree(Condition condition, ClauseDrafts drafts) {
        var json = JSON.print(condition);
        try {
            return drafts.of(ConditionReading.Reader.JSON.readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a printed condition is JSON", e);
        }
    }

    EditorDraft withName(String changed) {
        return new EditorDraft(
                id,
                version,
                enabled,
                priority,
                changed,
                reason,
                action,
                threshold,
                includeProtected,
                tree,
                json,
                inStep);
    }

    EditorDraft withReason(String changed) {
        return new EditorDraft(
                id, version, enabled, priority, name, changed, action, threshold, includeProtected, tree, json, inStep);
    }

    EditorDraft withAction(ActionDraft changed) {
        return new EditorDraft(
                id, version, enabled, priority, name, reason, changed, threshold, includeProtected, tree, json, inStep);
    }

    EditorDraft withThreshold(double changed) {
        return new EditorDraft(
                id, version, enabled, priority, name, reason, action, changed, includeProtected, tree, json, inStep);
    }

    EditorDraft withIncludeProtected(boolean changed) {
        return new EditorDraft(
                id, version, enabled, priority, name, reason, action, threshold, changed, tree, json, inStep);
    }

    EditorDraft withEnabled(boolean changed) {
        return new EditorDraft(
                id, version, changed, priority, name, reason, action, threshold, includeProtected, tree, json, inStep);
    }

    /** The builder leads: the text becomes what the tree says. */
    EditorDraft withTree(ClauseDraft changed) {
        return new EditorDraft(
                id,
                version,
                enabled,
                priority,
                name,
                reason,
                action,
                threshold,
                includeProtected,
                changed,
                ConditionText.of(changed),
                true);
    }

    /** The text leads; the tree follows when the text could be read. */
    EditorDraft withJson(String changed) {
        return new EditorDraft(
                id,
                version,
                enabled,
                priority,
                name,
                reason,
                action,
                threshold,
                includeProtected,
                tree,
                changed,
                changed.equals(json) && inStep);
    }

    /** The tree follows a text that could be read. */
    EditorDraft following(ClauseDraft read) {
        return new EditorDraft(
                id, version, enabled, priority, name, reason, action, threshold, includeProtected, read, json, true);
    }

    /** The same content in the place and version of a stored policy. */
    EditorDraft inPlaceOf(Policy stored) {
        return new EditorDraft(
                stored.id(),
                stored.version(),
                stored.enabled(),
                stored.priority(),
                name,
                reason,
                action,
                threshold,
                includeProtected,
                tree,
                json,
                inStep);
    }

    /** The policy, once condition and action can be told. */
    Policy policy(Condition condition, Action decided) {
        return new Policy(
                id,
                version,
                name.strip(),
                reason.strip(),
                enabled,
                priority,
                condition,
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
                && condition().equals(other.condition());
    }

    private String condition() {
        return inStep ? ConditionText.of(tree) : json;
    }
}
