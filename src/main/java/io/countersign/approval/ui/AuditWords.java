package io.countersign.approval.ui;

import io.countersign.approval.AuditEntry;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines of the audit log in the person's language. They are stored as action ids or in the English words of this program; names
 * of policies and whatever else a person wrote stay as they are.
 */
final class AuditWords {
    /** The event of an approval by a policy alone. */
    static final String AUTOMATED = "automated";

    private static final List<Named> NAMED = List.of(
            new Named(Pattern.compile("Label \"(.*)\""), "label"),
            new Named(Pattern.compile("Labelled “(.*)”"), "labelled"),
            new Named(Pattern.compile("Move to (.*)"), "move"),
            new Named(Pattern.compile("Moved to “(.*)”"), "moved"),
            new Named(Pattern.compile("Add the task \"(.*)\""), "task"));

    private final Texts texts;

    AuditWords(Texts texts) {
        this.texts = texts;
    }

    private record Named(Pattern pattern, String key) {}

    String event(AuditEntry entry) {
        return known("activity.event." + entry.event()).orElse(entry.event());
    }

    /** How it came out; of what a policy did alone, which policy that was. */
    Optional<String> outcome(AuditEntry entry) {
        return entry.outcome()
                .map(outcome -> entry.event().equals(AUTOMATED)
                        ? texts.get("activity.by", OneLine.of(outcome))
                        : TrustWords.reason(texts, outcome).orElse(outcome));
    }

    /** What an action is called, by its id. */
    String action(String id) {
        return known("action." + id).orElse(id);
    }

    /** What a line concerned. */
    String what(AuditEntry entry) {
        var what = entry.what();
        return known("action." + what)
                .or(() -> known("activity.what."
                        + what.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z]+", " ")
                                .strip()
                                .replace(' ', '_')))
                .or(() -> named(what))
                .orElse(what);
    }

    private Optional<String> named(String what) {
        for (var each : NAMED) {
            var matcher = each.pattern().matcher(what);
            if (matcher.matches()) {
                return Optional.of(texts.get("activity.what." + each.key(), matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> known(String key) {
        return texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }
}
