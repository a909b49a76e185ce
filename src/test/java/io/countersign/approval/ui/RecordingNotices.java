package io.countersign.approval.ui;

import io.countersign.approval.BatchResult;
import io.countersign.approval.PendingRow;
import io.countersign.approval.ProposeResult;
import io.countersign.approval.UndoResult;
import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk.Digest;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import java.util.ArrayList;
import java.util.List;

/** Writes down what the person would be told. */
final class RecordingNotices implements Notices {
    private final List<String> said = new ArrayList<>();
    private final List<Runnable> undos = new ArrayList<>();
    private boolean agrees = true;

    List<String> said() {
        return said;
    }

    /** Presses the undo of the newest toast. */
    void pressUndo() {
        undos.removeLast().run();
    }

    void disagree() {
        agrees = false;
    }

    @Override
    public void decided(Decision decision, BatchResult result, Runnable undo) {
        said.add(decision.kind() + " " + result.decided() + (result.failed() > 0 ? " failed " + result.failed() : ""));
        undos.add(undo);
    }

    @Override
    public void always(Decision decision, String policyName, Runnable undo) {
        said.add("ALWAYS " + policyName);
        undos.add(undo);
    }

    @Override
    public void undone(UndoResult result) {
        said.add("UNDONE " + result.undone());
    }

    @Override
    public void proposed(ProposeResult result) {
        said.add("PROPOSED " + result.created());
    }

    @Override
    public void actsAlone(PolicyTrust policy, Runnable undo) {
        said.add("ALONE " + policy.name());
        undos.add(undo);
    }

    @Override
    public void notAnswered(String reason) {
        said.add("REFUSED " + reason);
    }

    @Override
    public void digest(List<Digest> days) {
        said.add("DIGEST " + days.size());
    }

    @Override
    public void confirm(Decision.Kind kind, int count, Runnable yes) {
        said.add("ASKED " + count);
        if (agrees) {
            yes.run();
        }
    }

    @Override
    public void edit(Policy draft, PendingRow from) {
        said.add("EDIT " + draft.name());
    }

    @Override
    public void editSearch(Condition condition, String words) {
        said.add("EDIT " + new PolicyJson().print(condition));
    }

    @Override
    public void simulateSearch(Condition condition, String words) {
        said.add("SIMULATE " + new PolicyJson().print(condition));
    }

    @Override
    public void export(List<PendingRow> rows) {
        said.add("EXPORT " + rows.stream().map(PendingRow::subject).toList());
    }

    @Override
    public void showApplications() {
        said.add("APPLICATIONS");
    }

    @Override
    public String reason(Throwable failure) {
        return "because " + failure.getMessage();
    }
}
