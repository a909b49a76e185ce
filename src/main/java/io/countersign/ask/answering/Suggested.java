package io.countersign.ask.answering;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.ActionEffect;

/** An action on a mail, and why. */
record Suggested(Message mail, Action action, String reason) {
    /** True when it changes anything, and takes nothing away that the person marked as worth keeping. */
    boolean makesSense() {
        return ActionEffect.wouldChange(action, mail) && !(mail.isProtected() && ActionEffect.takesAway(action));
    }
}
