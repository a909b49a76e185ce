package io.countersign.policy;

import static io.countersign.policy.SampleMail.NOW;
import static io.countersign.policy.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PolicyEngineTest {
    private static final Condition ALWAYS = new Condition.All(List.of());
    private static final Condition BROKEN = new Condition.Unreadable("?", "It cannot be read.");

    private static Policy policy(long id, int priority, Condition condition, Action action) {
        return new Policy(id, 1, "p" + id, "", true, priority, condition, action, 0.7, false);
    }

    private static Policy including(Policy policy) {
        return new Policy(
                policy.id(),
                1,
                policy.name(),
                "",
                true,
                policy.priority(),
                policy.condition(),
                policy.action(),
                0.7,
                true);
    }

    private static Optional<Policy> match(Message message, Policy... policies) {
        return switch (new PolicyEngine(List.of(policies)).evaluate(message, NOW)) {
            case Verdict.Match match -> Optional.of(match.policy());
            case Verdict.NoMatch _ -> Optional.empty();
        };
    }

    @Test
    void theLowestPriorityThatMatchesWinsAndTheIdDecidesATie() {
        var random = new Random(6);
        for (int i = 0; i < 1_000; i++) {
            var message = SampleMail.random(random);
            var policies = new ArrayList<Policy>();
            for (int n = 0; n < 6; n++) {
                policies.add(policy(
                        n, 1 + random.nextInt(4), new RandomConditions(random).condition(1), new Action.Label("x")));
            }
            var expected = policies.stream()
                    .filter(policy -> new ConditionEvaluator(policy.condition()).matches(message, NOW))
                    .filter(policy -> ActionEffect.wouldChange(policy.action(), message))
                    .min(Comparator.comparingInt(Policy::priority).thenComparingLong(Policy::id));

            assertThat(match(message, policies.reversed().toArray(Policy[]::new)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aPolicyWhoseActionWouldDoNothingLeavesTheMailToTheNext() {
        var label = policy(1, 1, ALWAYS, new Action.Label("Receipts"));
        var archive = policy(2, 2, ALWAYS, new Action.Archive());

        assertThat(match(mail().get(), label, archive)).contains(label);
        assertThat(match(mail().assigned("receipts").get(), label, archive)).contains(archive);
        assertThat(match(mail().assigned("Receipts").folder("Archive").get(), label, archive))
                .isEmpty();
    }

    @Test
    void aPolicyThatFailsIsReportedAndTheNextIsTried() {
        var broken = policy(1, 1, BROKEN, new Action.Archive());
        var good = policy(2, 2, ALWAYS, new Action.Archive());
        var verdict = new PolicyEngine(List.of(good, broken)).evaluate(mail().get(), NOW);

        assertThat(verdict.errors()).containsExactly(new PolicyError(broken, "It cannot be read."));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Match.class, match -> assertThat(match.policy()).isEqualTo(good));
    }

    @Test
    void aDisabledPolicyIsNotTried() {
        var disabled = new Policy(1, 1, "off", "", false, 1, BROKEN, new Action.Archive(), 0.7, false);

        assertThat(new PolicyEngine(List.of(disabled)).evaluate(mail().get(), NOW))
                .isEqualTo(new Verdict.NoMatch(List.of()));
    }

    @Test
    void protectedMailIsSparedWhatTakesItAwayUnlessThePolicyIncludesIt() {
        var takingAway = List.of(
                new Action.Archive(),
                new Action.MoveToFolder("Trash"),
                new Action.MoveToFolder("[Gmail]/Spam"),
                new Action.BlockSender(),
                new Action.QuarantineAttachment(),
                new Action.Unsubscribe());
        var messages = List.of(
                mail().starred().attachment().unsubscribable().get(),
                mail().answered().attachment().unsubscribable().get(),
                mail().labels("Family").attachment().unsubscribable().get());
        for (var action : takingAway) {
            for (var message : messages) {
                var policy = policy(1, 1, ALWAYS, action);
                assertThat(match(message, policy)).as(action.toString()).isEmpty();
                assertThat(match(message, including(policy))).isPresent();
            }
        }
        var label = policy(1, 1, ALWAYS, new Action.Label("x"));
        assertThat(match(messages.getFirst(), label)).contains(label);
    }

    @Test
    void tellsWhatWouldChangeNothing() {
        assertThat(ActionEffect.wouldChange(new Action.MarkRead(), mail().read().get()))
                .isFalse();
        assertThat(ActionEffect.wouldChange(new Action.Unsubscribe(), mail().get()))
                .isFalse();
        assertThat(ActionEffect.wouldChange(new Action.CreateCalendarEvent(), mail().get()))
                .isFalse();
        assertThat(ActionEffect.wouldChange(
                        new Action.CreateCalendarEvent(), mail().eventIn(2).get()))
                .isTrue();
        assertThat(ActionEffect.wouldChange(
                        new Action.CreateCalendarEvent(),
                        mail().stage("interview", Optional.of(NOW)).get()))
                .isTrue();
        assertThat(ActionEffect.wouldChange(new Action.QuarantineAttachment(), mail().get()))
                .isFalse();
        assertThat(ActionEffect.wouldChange(
                        new Action.QuarantineAttachment(),
                        mail().attachment().quarantined().get()))
                .isFalse();
        assertThat(ActionEffect.wouldChange(new Action.MoveToFolder("inbox"), mail().get()))
                .isFalse();
        assertThat(ActionEffect.wouldChange(
                        new Action.BlockSender(), mail().from("").get()))
                .isFalse();
        for (var folder : List.of("Junk", "Trash", "[Gmail]/Spam", "INBOX.Trash", "Sent")) {
            assertThat(ActionEffect.wouldChange(
                            new Action.Archive(), mail().folder(folder).get()))
                    .as(folder)
                    .isFalse();
        }
    }

    @Test
    void aLongConditionIsExplainedByTheClausesThatHeld() {
        var leaves = new ArrayList<Condition>();
        for (int i = 0; i < 1_000; i++) {
            leaves.add(
                    new Condition.Leaf(Condition.Operator.EQ, MessageFields.named("ageDays"), new Operand.Numeric(i)));
        }
        var verdict = new PolicyEngine(List.of(policy(1, 1, new Condition.Any(leaves), new Action.Archive())))
                .evaluate(mail().ageDays(5).get(), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Match.class,
                        match -> assertThat(match.clauses()).containsExactly(new Clause("ageDays is 5", true, "5")));
    }
}
