package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyLintTest {
    private final PolicyJson json = new PolicyJson();
    private final PolicyLint lint = new PolicyLint();

    private Condition condition(String text) {
        return json.condition(text.replace('\'', '"'));
    }

    private static Policy policy(int priority, Condition condition, Action action) {
        return new Policy(priority, 1, "p" + priority, "", true, priority, condition, action, 0.7, false);
    }

    private List<LintFinding> findings(String condition) {
        return lint.lint(List.of(policy(1, condition(condition), new Action.Archive())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'any':[]}                                                          | policies[0].condition
        {'in':['category',[]]}                                              | policies[0].condition
        {'all':[{'in':['category',[]]},{'eq':['unread',true]}]}             | policies[0].condition.all[0]
        {'all':[{'eq':['category','offer']},{'eq':['category','receipt']}]} | policies[0].condition
        {'all':[{'eq':['category','offer']},{'neq':['category','offer']}]}  | policies[0].condition
        {'all':[{'gt':['ageDays',10]},{'lt':['ageDays',5]}]}                | policies[0].condition
        {'all':[{'gt':['ageDays',10]},{'all':[{'lte':['ageDays',10]}]}]}    | policies[0].condition
        {'gt':['riskScore',100]}                                            | policies[0].condition
        {'all':[{'lt':['expiresAt','now']},{'gt':['expiresAt','now']}]}     | policies[0].condition
        {'all':[{'exists':['listId',false]},{'eq':['listId','x']}]}         | policies[0].condition
        {'all':[{'eq':['unread',true]},{'not':{'eq':['unread',true]}}]}     | policies[0].condition
        {'not':{'all':[]}}                                                  | policies[0].condition
        """)
    void aConditionThatNeverHoldsIsAnError(String condition, String path) {
        assertThat(findings(condition)).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo(path);
            assertThat(finding.severity()).isEqualTo(LintFinding.Severity.ERROR);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'all':[]}",
                "{'gte':['ageDays',0]}",
                "{'any':[{'eq':['unread',true]},{'eq':['unread',false]}]}",
                "{'any':[{'exists':['listId',true]},{'neq':['listId','x']}]}",
                "{'any':[{'lt':['ageDays',10]},{'gte':['ageDays',10]}]}"
            })
    void aConditionThatAlwaysHoldsIsAWarning(String condition) {
        assertThat(findings(condition)).extracting(LintFinding::severity).containsExactly(LintFinding.Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'all':[{'eq':['labels','a']},{'eq':['labels','b']}]}",
                "{'all':[{'eq':['to','a@x']},{'eq':['to','b@x']}]}",
                "{'all':[{'gte':['ageDays',5]},{'lte':['ageDays',5]}]}",
                "{'all':[{'neq':['category','offer']},{'neq':['category','receipt']}]}",
                "{'any':[{'lt':['expiresAt','now']},{'gte':['expiresAt','now']}]}",
                "{'all':[{'gt':['expiresAt','2026-01-01']},{'lt':['expiresAt','now']}]}"
            })
    void aConditionThatMakesSenseIsLeftAlone(String condition) {
        assertThat(findings(condition)).isEmpty();
    }

    @Test
    void aPatternThatMatchesEverythingIsAWarning() {
        assertThat(findings("{'all':[{'eq':['unread',true]},{'regex':['subject','.*']}]}"))
                .extracting(LintFinding::path)
                .containsExactly("policies[0].condition.all[1].regex[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".+", "\\\\w", "\\\\S+", "(?i)[a-z]", "[^x]", "a|[b-z]"})
    void aPatternThatNearlyEveryTextHasIsAWarning(String pattern) {
        assertThat(findings("{'regex':['subject','" + pattern + "']}"))
                .extracting(LintFinding::path, LintFinding::severity)
                .containsExactly(tuple("policies[0].condition.regex[1]", LintFinding.Severity.WARNING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\d+%", "^.$", "sale", "[aeiou]", "^[a-z]+$", "(?i)order #[0-9]+"})
    void aPatternThatTellsTextsApartIsLeftAlone(String pattern) {
        assertThat(findings("{'regex':['subject','" + pattern + "']}")).isEmpty();
    }

    @Test
    void aClauseThatAlwaysHoldsIsNamedWhereItIs() {
        assertThat(findings("{'all':[{'eq':['unread',true]},{'any':[{'gte':['size',0]},{'eq':['starred',true]}]}]}"))
                .extracting(LintFinding::path)
                .containsExactly("policies[0].condition.all[1].any[0]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'eq':['category','offer']}           | {'eq':['category','offer']}                          | condition
        {'any':[{'eq':['category','offer']},{'eq':['unread',true]}]} | {'eq':['category','offer']}   | condition.any[0]
        {'exists':['listId',true]}            | {'eq':['listId','x']}                                | condition
        {'eq':['category','offer']}           | {'eq':['category','receipt']}                        |
        {'eq':['category','offer']}           | {'eq':['unread',true]}                               |
        """)
    void aPolicyThatWantsAnotherFolderForTheSameMailIsNamed(String draft, String stored, String path) {
        var archive = policy(5, condition(stored), new Action.Archive());
        var move = new Action.MoveToFolder("Shops");

        for (int priority : new int[] {1, 9}) {
            var findings = lint.lint(policy(priority, condition(draft), move), List.of(archive)).stream()
                    .filter(finding -> finding.message().contains("comes first and decides"))
                    .toList();
            assertThat(findings).extracting(LintFinding::path).isEqualTo(path == null ? List.of() : List.of(path));
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.message())
                            .contains("\"p5\"", "Archive", "Shops", "\"p" + Math.min(5, priority) + "\" comes first"));
        }
        assertThat(lint.lint(policy(1, condition(draft), new Action.MoveToFolder("all mail")), List.of(archive)))
                .isEmpty();
        assertThat(lint.lint(policy(1, condition(draft), new Action.Label("x")), List.of(archive)))
                .isEmpty();
    }

    @Test
    void aDraftIsNotComparedWithWhatItReplaces() {
        var stored = policy(5, condition("{'eq':['unread',true]}"), new Action.Archive());

        assertThat(lint.lint(stored.withPriority(9), List.of(stored))).isEmpty();
        assertThat(lint.lint(stored.numbered(0, 0).withPriority(9), List.of(stored)))
                .extracting(LintFinding::path)
                .containsExactly("condition");
    }

    @Test
    void conditionsThatAreBuiltToTakeLongAreLookedAtInTime() {
        Condition left = condition("{'eq':['unread',true]}");
        Condition right = condition("{'eq':['starred',true]}");
        for (int i = 0; i < 30; i++) {
            var leaf = condition("{'contains':['subject','" + i + "']}");
            left = i % 2 == 0
                    ? new Condition.All(List.of(leaf, left, leaf))
                    : new Condition.Any(List.of(left, leaf, left));
            right = i % 2 == 0
                    ? new Condition.Any(List.of(leaf, right, leaf))
                    : new Condition.All(List.of(right, leaf));
        }
        var first = policy(1, right, new Action.Archive());
        var parts = new ArrayList<Condition>();
        for (int i = 0; i < 10_000; i++) {
            parts.add(condition("{'contains':['subject','" + i + "']}"));
        }
        Condition deep = new Condition.All(parts);
        for (int i = 0; i < 60; i++) {
            deep = new Condition.All(List.of(deep));
        }
        long before = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        lint.lint(policy(2, smaller(left), new Action.MarkRead()), List.of(first));
        lint.lint(policy(2, deep, new Action.MarkRead()), List.of(first));

        assertThat(java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before)
                .isLessThan(2_000_000_000L);
    }

    /** Without the copies that make it too large to be compared. */
    private static Condition smaller(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> new Condition.All(List.of(parts.getFirst(), smaller(parts.get(1))));
            case Condition.Any(var parts) -> new Condition.Any(List.of(smaller(parts.getFirst()), parts.get(1)));
            default -> condition;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'eq':['category','offer']}              | {'eq':['category','offer']}                               | true
        {'in':['category',['offer','receipt']]}  | {'eq':['category','offer']}                               | true
        {'gt':['ageDays',10]}                    | {'all':[{'gt':['ageDays',30]},{'eq':['unread',true]}]}    | true
        {'exists':['listId',true]}               | {'contains':['listId','news']}                            | true
        {'contains':['subject','SALE']}          | {'contains':['subject','big sale']}                       | true
        {'any':[{'eq':['unread',true]},{'gt':['ageDays',1]}]} | {'gt':['ageDays',2]}                         | true
        {'gt':['ageDays',30]}                    | {'gt':['ageDays',10]}                                     | false
        {'eq':['category','offer']}              | {'in':['category',['offer','receipt']]}                   | false
        {'lt':['expiresAt','now']}               | {'exists':['expiresAt',true]}                             | false
        """)
    void aPolicyBehindOneThatMatchesAllItsMailIsReported(String earlier, String later, boolean reported) {
        var policies = List.of(
                policy(2, condition(later), new Action.Archive()), policy(1, condition(earlier), new Action.Archive()));

        assertThat(lint.lint(policies))
                .extracting(LintFinding::path)
                .isEqualTo(reported ? List.of("policies[0].condition") : List.of());
    }

    @Test
    void aPolicyThatActsOnProtectedMailTooIsNotHiddenByOneThatSparesIt() {
        var condition = condition("{'eq':['category','receipt']}");
        var archive = policy(1, condition, new Action.Archive());
        var label = policy(2, condition, new Action.Label("Receipts"));

        assertThat(lint.lint(List.of(archive, label))).isEmpty();
        assertThat(lint.lint(List.of(
                        policy(1, condition, new Action.CreateTask(Optional.empty(), Optional.empty())), label)))
                .extracting(LintFinding::severity)
                .containsExactly(LintFinding.Severity.WARNING);
    }

    @Test
    void whatItSaysAboutAConditionIsSo() {
        var random = new Random(8);
        var messages = new ArrayList<io.countersign.mail.Message>();
        for (int i = 0; i < 100; i++) {
            messages.add(SampleMail.random(random));
        }
        for (int i = 0; i < 5_000; i++) {
            var left = new RandomConditions(random).condition(2);
            var right = new RandomConditions(random).condition(2);
            boolean never = ConditionLogic.neverTrue(left);
            boolean always = ConditionLogic.alwaysTrue(left);
            boolean implies = ConditionLogic.implies(left, right);
            var first = new ConditionEvaluator(left);
            var second = new ConditionEvaluator(right);
            for (var message : messages) {
                boolean holds = first.matches(message, SampleMail.NOW);
                assertThat(never && holds).as(json.print(left)).isFalse();
                assertThat(always && !holds).as(json.print(left)).isFalse();
                assertThat(implies && holds && !second.matches(message, SampleMail.NOW))
                        .as(json.print(left) + " => " + json.print(right))
                        .isFalse();
            }
        }
    }
}
