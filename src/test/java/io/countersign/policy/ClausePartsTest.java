package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClausePartsTest {
    @Test
    void everyClauseThatCanBeWrittenIsTakenApartIntoItsOwnWords() {
        var conditions = new RandomConditions(new Random(7));
        for (int i = 0; i < 5_000; i++) {
            var leaf = conditions.leaf();
            boolean negated = i % 2 == 0;
            var words = ClauseWords.of(leaf, negated);

            var parts = ClauseParts.of(words);

            assertThat(parts).as(words).isPresent();
            assertThat(parts.get().field()).as(words).isSameAs(leaf.field());
            assertThat(together(parts.get())).isEqualTo(words);
            assertThat(parts.get().operands().isEmpty())
                    .as(words)
                    .isEqualTo(leaf.operand() instanceof Operand.Bool
                            || leaf.operand().equals(new Operand.Choices(List.of())));
            assertThat(parts.get().operands())
                    .as(words)
                    .hasSizeLessThanOrEqualTo(leaf.operator() == Operator.IN ? 5 : 1);
        }
    }

    @Test
    void manyChoicesAreCountedNotRead() {
        assertThat(ClauseParts.of("senderDomain is one of a.example, b.example and 12 more"))
                .hasValueSatisfying(parts -> {
                    assertThat(parts.verb()).isEqualTo(ClauseVerb.ONE_OF);
                    assertThat(parts.operands()).containsExactly("a.example", "b.example");
                    assertThat(parts.more()).isEqualTo(12);
                });
    }

    @Test
    void wordsOfAnotherVersionAreLeftAlone() {
        assertThat(ClauseParts.of("moonPhase is full")).isEmpty();
        assertThat(ClauseParts.of("subject resembles sale")).isEmpty();
        assertThat(ClauseParts.of("")).isEmpty();
    }

    private static String together(ClauseParts parts) {
        var name = parts.field().name();
        return switch (parts.verb()) {
            case SET -> name;
            case UNSET -> "not " + name;
            case PRESENT, ABSENT -> name + " " + parts.verb().words();
            case ONE_OF, NONE_OF -> name + " " + parts.verb().words() + " " + choices(parts);
            default ->
                name + " " + parts.verb().words() + " " + parts.operands().getFirst();
        };
    }

    private static String choices(ClauseParts parts) {
        var shown = new ArrayList<>(parts.operands());
        var all = shown.isEmpty() ? List.of("nothing") : shown;
        return String.join(", ", all) + (parts.more() > 0 ? " and " + parts.more() + " more" : "");
    }
}
