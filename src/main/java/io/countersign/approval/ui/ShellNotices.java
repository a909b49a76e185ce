package io.countersign.approval.ui;

import io.countersign.approval.BatchResult;
import io.countersign.approval.PendingRow;
import io.countersign.approval.ProposeResult;
import io.countersign.approval.UndoResult;
import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustDesk.Digest;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Dialogs;
import io.countersign.shared.ui.Navigation;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Says things by toasts and asks by dialogs. */
final class ShellNotices implements Notices {
    private final Toasts toasts;
    private final Dialogs dialogs;
    private final Navigation navigation;
    private final PolicyDrafts drafts;
    private final PendingExport export;
    private final ApprovalWords words;

    ShellNotices(WindowPorts ports, PolicyDrafts drafts, PendingExport export, ApprovalWords words) {
        toasts = ports.toasts();
        dialogs = ports.dialogs();
        navigation = ports.navigation();
        this.export = export;
        this.drafts = drafts;
        this.words = words;
    }

    @Override
    public void decided(Decision decision, BatchResult result, Runnable undo) {
        if (result.decided() == 0) {
            toasts.show(words.texts().get("approvals.decided.elsewhere"));
        } else {
            toasts.show(words.done(decision, result), words.texts().get("approvals.undo"), undo);
        }
    }

    @Override
    public void always(Decision decision, String policyName, Runnable undo) {
        toasts.show(
                words.texts().get("approvals.always.made", policyName),
                words.texts().get("approvals.undo"),
                undo);
    }

    @Override
    public void undone(UndoResult result) {
        var count = words.formats().number(result.undone());
        toasts.show(
                result.kept().isEmpty()
                        ? words.texts().get("approvals.undone", count)
                        : words.texts()
                                .get(
                                        "approvals.undone.kept",
                                        count,
                                        words.formats().number(result.kept().size()),
                                        OneLine.of(result.kept().getFirst().reason())));
    }

    @Override
    public void proposed(ProposeResult result) {
        toasts.show(words.texts()
                .get(
                        "approvals.proposed",
                        result.created(),
                        words.formats().number(result.created()),
                        words.formats().number(result.evaluated())));
    }

    @Override
    public void actsAlone(PolicyTrust policy, Runnable undo) {
        toasts.show(
                words.texts().get("approvals.trust.alone", policy.name()),
                words.texts().get("approvals.undo"),
                undo);
    }

    @Override
    public void notAnswered(String reason) {
        toasts.show(reason);
    }

    @Override
    public void digest(List<Digest> days) {
        toasts.show(
                words.trust().digest(days),
                words.texts().get("approvals.trust.show"),
                () -> navigation.show(View.ACTIVITY));
    }

    @Override
    public void confirm(Decision.Kind kind, int count, Runnable yes) {
        var number = words.formats().number(count);
        if (dialogs.confirm(
                words.texts().get("approvals.ask.title", number),
                words.texts().get("approvals.ask.message"),
                words.texts().get("approvals.ask.yes", number))) {
            yes.run();
        }
    }

    @Override
    public void edit(Policy draft, PendingRow from) {
        drafts.edit(draft, words.texts().get("approvals.always.origin", words.subject(from)));
    }

    @Override
    public void editSearch(Condition condition, String searched) {
        var shown = OneLine.of(searched);
        drafts.fromSearch(condition, shown, words.texts().get("approvals.filter.origin", shown));
    }

    @Override
    public void simulateSearch(Condition condition, String searched) {
        var shown = OneLine.of(searched);
        drafts.simulate(condition, shown, words.texts().get("approvals.filter.origin", shown));
    }

    @Override
    public void export(List<PendingRow> rows) {
        export.ask(rows);
    }

    @Override
    public void showApplications() {
        navigation.show(View.APPLICATIONS);
    }

    @Override
    public String reason(Throwable failure) {
        return failure instanceof CancellationException
                ? words.texts().get("approvals.cancelled")
                : words.texts().of(failure);
    }
}
