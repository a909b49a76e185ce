package io.countersign.ats;

import io.countersign.mail.AtsMails.AtsMail;
import java.util.List;

/**
 * What one correction did, for {@link ApplicationDesk#undo}.
 *
 * @param decisions numbers of the decisions that were written
 * @param mails corrected mails as they were before
 */
public record Change(List<Long> decisions, List<AtsMail> mails) {
    public Change {
        decisions = List.copyOf(decisions);
        mails = List.copyOf(mails);
    }
}
