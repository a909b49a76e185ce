package io.countersign.approval.ui;

import io.countersign.approval.BatchResult;
import io.countersign.approval.PendingRow;
import io.countersign.mail.Category;
import io.countersign.policy.Action;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;

/** Actions, features and outcomes in the person's language. */
public final class ApprovalWords {
    private final Texts texts;
    private final Formats formats;

    public ApprovalWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** Trust in policies. */
    TrustWords trust() {
        return new TrustWords(texts, formats);
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    /** What it would do: {@code Label “receipt”}. */
    public String action(Action action) {
        return switch (action) {
            case Action.Label(var label) -> texts.get("approvals.action.label_email", label);
            case Action.MoveToFolder(var folder) -> texts.get("approvals.action.move_to_folder", folder);
            default -> texts.get("approvals.action." + action.id());
        };
    }

    /** What it would do, in one or two words without the details. */
    String shortAction(Action action) {
        return texts.get("approvals.short." + action.id());
    }

    /** The name of a kind of mail. */
    public String category(Category category) {
        return texts.get("approvals.category." + category.id());
    }

    /** The name of a learned feature: {@code contains “sale”}. */
    public String feature(String feature) {
        int colon = feature.indexOf(':');
        var key = "approvals.feature." + (colon < 0 ? "" : feature.substring(0, colon));
        if (!texts.has(key)) {
            return OneLine.of(feature);
        }
        var value = feature.substring(colon + 1);
        var category = "approvals.category." + value;
        return texts.get(
                key, feature.startsWith("category:") && texts.has(category) ? texts.get(category) : OneLine.of(value));
    }

    /** The name of the group that this row leads. */
    String group(Grouping grouping, PendingRow first) {
        return switch (grouping) {
            case POLICY -> first.policyName();
            case SENDER -> sender(first);
            case ACTION -> action(first.action());
        };
    }

    String sender(PendingRow row) {
        var shown = OneLine.of(row.from().display());
        return shown.isEmpty() ? texts.get("approvals.sender.unknown") : shown;
    }

    String subject(PendingRow row) {
        var shown = OneLine.of(row.subject());
        return shown.isEmpty() ? texts.get("approvals.subject.none") : shown;
    }

    /** What was just done, for the toast: {@code Archived 42}. */
    String done(Decision decision, BatchResult result) {
        int count = decision.kind() == Decision.Kind.REJECT ? result.decided() : result.executed();
        var done = texts.get("approvals.done." + doneKey(decision), formats.number(count));
        if (result.failed() > 0) {
            var reason = result.failures().isEmpty()
                    ? ""
                    : OneLine.of(result.failures().getFirst().reason());
            var failed = texts.get("approvals.done.failed", formats.number(result.failed()), reason);
            return count == 0 ? failed : done + " · " + failed;
        }
        return result.skipped() == 0
                ? done
                : done + " · " + texts.get("approvals.done.skipped", formats.number(result.skipped()));
    }

    private static String doneKey(Decision decision) {
        var kinds = decision.rows().stream()
                .map(row -> row.action().id())
                .distinct()
                .toList();
        return switch (decision.kind()) {
            case REJECT -> "rejected";
            case APPROVE, ALWAYS -> kinds.size() == 1 ? kinds.getFirst() : "several";
        };
    }
}
