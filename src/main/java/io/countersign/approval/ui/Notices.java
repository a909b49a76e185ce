package io.countersign.approval.ui;

import io.countersign.approval.BatchResult;
import io.countersign.approval.PendingRow;
import io.countersign.approval.ProposeResult;
import io.countersign.approval.UndoResult;
import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk.Digest;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import java.util.List;

/** What the approvals say to the person outside their own panes. Called on the UI thread. */
interface Notices {
    /** A decision is committed; {@code undo} takes it back. */
    void decided(Decision decision, BatchResult result, Runnable undo);

    /** A policy named so was made of a proposal. */
    void always(Decision decision, String policyName, Runnable undo);

    void undone(UndoResult result);

    /** The policies ran. */
    void proposed(ProposeResult result);

    /** A policy acts alone from now on; {@code undo} takes that back. */
    void actsAlone(PolicyTrust policy, Runnable undo);

    /** An answer about trust was refused. */
    void notAnswered(String reason);

    /** What policies did alone on earlier days, oldest first; at least one. */
    void digest(List<Digest> days);

    /** Asks before {@code count} actions that reach beyond the mailbox; runs {@code yes} when the person agrees. */
    void confirm(Decision.Kind kind, int count, Runnable yes);

    /** Opens the editor with a policy that was made of a proposal and is not stored yet. */
    void edit(Policy draft, PendingRow from);

    /** Opens the editor with a new policy for the mail that the list was narrowed to. */
    void editSearch(Condition condition, String words);

    /** The same, and at once what that policy would do to past mail. */
    void simulateSearch(Condition condition, String words);

    /** Asks for a file, and writes these proposals into it in their order. */
    void export(List<PendingRow> rows);

    /** Shows the applications in place of the approvals. */
    void showApplications();

    /** The reason of a failure as one sentence. */
    String reason(Throwable failure);
}
