package io.countersign.approval.ui;

import io.countersign.policy.Condition;
import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Operand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person typed to narrow the list, as a condition on mail. */
final class FilterCondition {
    private FilterCondition() {}

    /** Every word in the sender or the subject, as {@link RowFilter#words()} looks for them; empty for no words. */
    static Optional<Condition> of(String text) {
        var words = Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(FilterCondition::word)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.size() == 1 ? words.getFirst() : new Condition.All(words));
    }

    private static Condition word(String word) {
        return new Condition.Any(List.of(contains("from", word), contains("subject", word)));
    }

    private static Condition contains(String field, String word) {
        return new Leaf(Operator.CONTAINS, MessageFields.named(field), new Operand.Text(word));
    }
}
