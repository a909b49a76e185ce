package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Turns what a person typed into a test for rows. Called on the UI thread; the test that it returns, on a worker. */
@FunctionalInterface
public interface RowFilter {
    /** The test for this text; an empty text lets every row pass. */
    Predicate<PendingRow> of(String text);

    /** Every word must occur in the sender, the subject or the name of the policy, in any case. */
    static RowFilter words() {
        return text -> {
            var words = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
            return row -> {
                var seen = String.join("\n", row.from().name(), row.from().email(), row.subject(), row.policyName())
                        .toLowerCase(Locale.ROOT);
                return words.stream().allMatch(seen::contains);
            };
        };
    }
}
