package io.countersign.insight.ui;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.insight.RecallQuestion;

/** Something that only the person can answer with yes or no. */
sealed interface Question {
    /** Would they have wanted the action for a mail that no policy proposed? */
    record Recall(RecallQuestion asked) implements Question {}

    /** May a policy that earned it act alone from now on? */
    record Automation(PolicyTrust policy) implements Question {}
}
