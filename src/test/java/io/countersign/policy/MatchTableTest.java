package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaves evaluated for themselves and put together again say what the evaluator says of every mail. */
final class MatchTableTest {
    private static final Condition UNREADABLE = new Condition.Unreadable("{}", "It cannot be read.");

    private static List<Message> mails(Random random, int count) {
        var mails = new ArrayList<Message>();
        for (int i = 0; i < count; i++) {
            mails.add(SampleMail.random(random));
        }
        return mails;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itFindsWhatTheEvaluatorFinds(long seed) {
        var random = new Random(seed);
        var table = new MatchTable(mails(random, 300));
        table.prepare();
        for (int i = 0; i < 400; i++) {
            var condition = unreadableAtTimes(new RandomConditions(random).condition(3), random);
            assertThat(table.matches(condition, SampleMail.NOW, Progress.none()))
                    .as(condition.toString())
                    .satisfies(matches -> {
                        assertThat(matches.holding()).isEqualTo(holding(condition, table.mails()));
                        assertThat(matches.failed()).isEqualTo(failed(condition, table.mails()));
                        assertThat(matches.problem().isPresent())
                                .isEqualTo(!matches.failed().isEmpty());
                    });
        }
    }

    private static Condition unreadableAtTimes(Condition condition, Random random) {
        return switch (condition) {
            case Condition.All(var parts) ->
                new Condition.All(parts.stream()
                        .map(part -> unreadableAtTimes(part, random))
                        .toList());
            case Condition.Any(var parts) ->
                new Condition.Any(parts.stream()
                        .map(part -> unreadableAtTimes(part, random))
                        .toList());
            case Condition.Not(var part) -> new Condition.Not(unreadableAtTimes(part, random));
            default -> random.nextInt(12) == 0 ? UNREADABLE : condition;
        };
    }

    private static BitSet holding(Condition condition, List<Message> mails) {
        var evaluator = new ConditionEvaluator(condition);
        var holding = new BitSet();
        for (int i = 0; i < mails.size(); i++) {
            try {
                holding.set(i, evaluator.matches(mails.get(i), SampleMail.NOW));
            } catch (PolicyEvaluationException _) {
                // told apart below
            }
        }
        return holding;
    }

    private static BitSet failed(Condition condition, List<Message> mails) {
        var evaluator = new ConditionEvaluator(condition);
        var failed = new BitSet();
        for (int i = 0; i < mails.size(); i++) {
            try {
                evaluator.matches(mails.get(i), SampleMail.NOW);
            } catch (PolicyEvaluationException _) {
                failed.set(i);
            }
        }
        return failed;
    }

    @Test
    void whatDependsOnTheTimeIsNotRemembered() {
        var table = new MatchTable(List.of(SampleMail.mail().ageDays(3).get()));
        var old = new PolicyJson().condition("{\"gt\":[\"ageDays\",5]}");

        assertThat(table.matches(old, SampleMail.NOW, Progress.none()).holding().isEmpty())
                .isTrue();
        assertThat(table.matches(old, SampleMail.NOW.plus(java.time.Duration.ofDays(4)), Progress.none())
                        .holding()
                        .isEmpty())
                .isFalse();
    }

    @Test
    void itStopsWhenItIsCancelled() {
        var table = new MatchTable(mails(new Random(4), 100));
        var cancelled = new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };

        assertThatThrownBy(() -> table.matches(new RandomConditions(new Random(1)).leaf(), SampleMail.NOW, cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
