package io.countersign.ats.joining;

import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.WarehouseRows;
import io.countersign.mail.AtsMails.AtsMail;
import java.util.List;

/** What applications are made of: mails, what the person said, and what a warehouse says. */
public record JoinInput(List<AtsMail> mails, List<Decided> decisions, List<WarehouseRows.Numbered> rows) {
    public JoinInput {
        mails = List.copyOf(mails);
        decisions = List.copyOf(decisions);
        rows = List.copyOf(rows);
    }
}
