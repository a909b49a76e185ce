package io.countersign.policy.ui;

import io.countersign.policy.Action;
import io.countersign.policy.LintFinding.Severity;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.shared.CountersignException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be said about a draft.
 *
 * @param policy it, when it is complete
 */
record Analysis(EditorDraft of, ConditionReading reading, Optional<Policy> policy, List<Finding> findings) {
    /** The path of a missing name. */
    static final String NAME = "name";

    private static final int MAX_NAME = 200;
    private static final int MAX_REASON = 500;

    Analysis {
        findings = List.copyOf(findings);
    }

    /** Looks at a draft. Blocking: {@code desk} knows what is odd among the other policies. */
    static Analysis of(EditorDraft draft, ClauseDrafts drafts, PolicyDesk desk, Sentences sentences) {
        var findings = new ArrayList<Finding>();
        words(draft, sentences, findings);
        var action = action(draft, findings);
        var reading = ConditionReading.of(draft.json(), drafts);
        if (reading instanceof ConditionReading.Bad(var problems)) {
            findings.addAll(problems);
        }
        if (!(reading instanceof ConditionReading.Good good)) {
            return new Analysis(draft, reading, Optional.empty(), findings);
        }
        // What is odd about a condition can be told before the policy has a name and an action.
        var lintable = draft.policy(good.condition(), action.orElseGet(Action.MarkRead::new));
        desk.lint(lintable).stream()
                .map(lint -> new Finding(
                        lint.path(), good.outline().line(lint.path()), warning(lint.severity()), lint.message()))
                .forEach(findings::add);
        var complete = findings.stream().noneMatch(Finding::isError)
                ? action.map(decided -> draft.policy(good.condition(), decided))
                : Optional.<Policy>empty();
        return new Analysis(draft, reading, complete, findings);
    }

    /** A policy that can do nothing is odd, and may be stored all the same. */
    private static Severity warning(Severity severity) {
        return severity == Severity.ERROR ? Severity.WARNING : severity;
    }

    /** What the window itself has to say, in the person's language. */
    record Sentences(String nameMissing, String nameLong, String reasonLong) {}

    private static void words(EditorDraft draft, Sentences sentences, List<Finding> findings) {
        if (draft.name().isBlank()) {
            findings.add(new Finding(NAME, 0, Severity.ERROR, sentences.nameMissing()));
        } else if (draft.name().strip().length() > MAX_NAME) {
            findings.add(new Finding(NAME, 0, Severity.ERROR, sentences.nameLong()));
        }
        if (draft.reason().strip().length() > MAX_REASON) {
            findings.add(new Finding("reason", 0, Severity.ERROR, sentences.reasonLong()));
        }
    }

    private static Optional<Action> action(EditorDraft draft, List<Finding> findings) {
        try {
            return Optional.of(draft.action().action());
        } catch (CountersignException.Invalid wrong) {
            var path = String.valueOf(wrong.arguments().getFirst());
            findings.add(new Finding(
                    path, 0, Severity.ERROR, String.valueOf(wrong.arguments().getLast())));
            return Optional.empty();
        }
    }
}
