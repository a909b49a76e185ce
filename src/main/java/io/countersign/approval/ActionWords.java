package io.countersign.approval;

import io.countersign.learning.Narrative;
import io.countersign.policy.Action;

/** Actions as the audit log says them: in the words of the proposals. */
final class ActionWords {
    private static final Narrative NARRATIVE = new Narrative();

    private ActionWords() {}

    static String of(Action action) {
        return NARRATIVE.words(action);
    }
}
