package io.countersign.policy.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.countersign.policy.Condition;
import io.countersign.policy.PolicyJson;

/**
 * The condition of a policy in the editor, twice: as clauses and as text.
 *
 * @param tree what the builder shows
 * @param json what stands in the text beside it
 * @param inStep false while the text cannot be read, and the builder shows what was last there
 */
record ConditionDraft(ClauseDraft tree, String json, boolean inStep) {
    private static final PolicyJson JSON = new PolicyJson();

    /** A stored or suggested condition, unchanged. */
    static ConditionDraft of(Condition condition, ClauseDrafts drafts) {
        var json = JSON.print(condition);
        try {
            return of(drafts.of(ConditionReading.Reader.JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a printed condition is JSON", e);
        }
    }

    /** The builder leads: the text becomes what the tree says. */
    static ConditionDraft of(ClauseDraft tree) {
        return new ConditionDraft(tree, ConditionText.of(tree), true);
    }

    /** The text leads; the tree follows when the text could be read. */
    ConditionDraft withJson(String changed) {
        return new ConditionDraft(tree, changed, changed.equals(json) && inStep);
    }

    /** The tree follows a text that could be read. */
    ConditionDraft following(ClauseDraft read) {
        return new ConditionDraft(read, json, true);
    }

    /** Whether a person would find the same in both. */
    boolean saysTheSameAs(ConditionDraft other) {
        return said().equals(other.said());
    }

    private String said() {
        return inStep ? ConditionText.of(tree) : json;
    }
}
