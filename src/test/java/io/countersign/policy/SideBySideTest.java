package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
    private static Policy policy(long id, Condition condition, Random random) {
        var actions = List.of(
                new Action.Archive(), new Action.MarkRead(), new Action.Label("L"), new Action.MoveToFolder("Work"));
        return new Policy(
                id,
                1,
                "p" + id,
                "",
                random.nextInt(5) > 0,
                random.nextInt(1, 6),
                condition,
                actions.get(random.nextInt(actions.size())),
                0.7,
                random.nextBoolean());
    }

    @Test
    void itSaysWhatTheEnginesAndTheEvaluatorSay() {
        var random = new Random(11);
        for (int round = 0; round < 40; round++) {
            var conditions = new ArrayList<Condition>();
            for (int i = 0; i < 6; i++) {
                conditions.add(new RandomConditions(random).condition(2));
            }
            var before = new ArrayList<Policy>();
            var after = new ArrayList<Policy>();
            for (int i = 1; i <= 8; i++) {
                before.add(policy(i, conditions.get(random.nextInt(6)), random));
                after.add(policy(i, conditions.get(random.nextInt(6)), random));
            }
            var both = new SideBySide(before, after, after);
            for (int i = 0; i < 50; i++) {
                check(SampleMail.random(random), before, after, both);
            }
        }
    }

    private static void check(Message mail, List<Policy> before, List<Policy> after, SideBySide both) {
        var verdicts = both.evaluate(mail, SampleMail.NOW);
        assertThat(proposing(verdicts.before()))
                .isEqualTo(proposing(new PolicyEngine(before).evaluate(mail, SampleMail.NOW)));
        assertThat(proposing(verdicts.after()))
                .isEqualTo(proposing(new PolicyEngine(after).evaluate(mail, SampleMail.NOW)));
        assertThat(proposing(both.evaluateAfter(mail, SampleMail.NOW))).isEqualTo(proposing(verdicts.after()));
        for (int i = 0; i < after.size(); i++) {
            assertThat(verdicts.matched().get(i))
                    .isEqualTo(new ConditionEvaluator(after.get(i).condition()).matches(mail, SampleMail.NOW));
        }
    }

    private static List<Policy> proposing(Verdict verdict) {
        return verdict instanceof Verdict.Match match ? List.of(match.policy()) : List.of();
    }
}
