package io.countersign.policy;

import static io.countersign.policy.SampleMail.NOW;
import static io.countersign.policy.SampleMail.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.policy.Condition.Leaf;
import io.countersign.policy.Condition.Operator;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionEvaluatorTest {
    private static final int RUNS = 5_000;
    private final PolicyJson json = new PolicyJson();

    private boolean holds(String condition, Message message) {
        return new ConditionEvaluator(json.condition(condition.replace('\'', '"'))).matches(message, NOW);
    }

    private static boolean holds(Condition condition, Message message) {
        return new ConditionEvaluator(condition).matches(message, NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'eq':['category','promotion']}              | true
            {'neq':['category','promotion']}             | false
            {'in':['category',['receipt','promotion']]}  | true
            {'in':['category',[]]}                       | false
            {'eq':['from','ANN@shop.example']}           | true
            {'eq':['from','Ann Lee <ann@shop.example>']} | true
            {'contains':['from','lee']}                  | true
            {'eq':['senderDomain','shop.example']}       | true
            {'contains':['to','example.org']}            | true
            {'eq':['labels','friends']}                  | true
            {'neq':['labels','friends']}                 | false
            {'contains':['subject','STRASSE']}           | true
            {'regex':['subject','straße$']}              | true
            {'regex':['subject','STRASSE']}              | false
            {'gt':['ageDays',29]}                        | true
            {'lt':['ageDays',30]}                        | false
            {'lt':['expiresAt','now']}                   | true
            {'gte':['receivedAt','2026-02-13']}          | true
            {'lt':['receivedAt','2026-02-13T12:00:00Z']} | false
            {'eq':['receipt.amount',12.5]}               | true
            {'gt':['receipt.amount','12.49']}            | true
            {'eq':['receipt.date','2026-03-01']}         | true
            {'exists':['listId',true]}                   | false
            {'exists':['listId',false]}                  | true
            {'eq':['listId','x']}                        | false
            {'neq':['listId','x']}                       | true
            {'not':{'lt':['eventAt','now']}}             | true
            {'gte':['eventAt','now']}                    | false
            {'eq':['ats.stage','offer']}                 | false
            {'eq':['starred',false]}                     | true
            {'all':[]}                                   | true
            {'any':[]}                                   | false
            """)
    void everyOperatorDoesWhatItSays(String condition, boolean expected) {
        var message = mail(Category.PROMOTION)
                .subject("Sale in der straße")
                .labels("Friends")
                .ageDays(30)
                .expiresIn(-3)
                .receipt("12.50")
                .get();

        assertThat(holds(condition, message)).as(condition).isEqualTo(expected);
    }

    @Test
    void saysEveryClauseInWordsWithTheValueSeen() {
        var condition = json.condition("""
                {"all":[{"eq":["category","promotion"]},{"lt":["expiresAt","now"]},{"not":{"eq":["starred",true]}},
                        {"not":{"exists":["listId",true]}},{"in":["folder",["a","b"]]},{"gte":["receipt.amount",20]}]}""");
        var message = mail(Category.PROMOTION).expiresIn(-3).receipt("12.50").get();

        assertThat(new ConditionEvaluator(condition).explain(message, NOW))
                .containsExactly(
                        new Clause("category is promotion", true, "promotion"),
                        new Clause("expiresAt before now", true, "2026-03-12T12:00:00Z"),
                        new Clause("not starred", true, "false"),
                        new Clause("listId is absent", true, ""),
                        new Clause("folder is one of a, b", false, "INBOX"),
                        new Clause("receipt.amount at least 20", false, "12.5"));
    }

    @Test
    void explainingAgreesWithMatching() {
        var random = new Random(1);
        for (int i = 0; i < RUNS; i++) {
            var condition = new RandomConditions(random).condition(4);
            var message = SampleMail.random(random);
            var clauses = new ArrayDeque<>(new ConditionEvaluator(condition).explain(message, NOW));

            assertThat(folded(condition, false, clauses))
                    .as(json.print(condition))
                    .isEqualTo(holds(condition, message));
            assertThat(clauses).isEmpty();
        }
    }

    /** The value of a condition from nothing but its clauses, which are said as they count below negations. */
    private static boolean folded(Condition condition, boolean negated, ArrayDeque<Clause> clauses) {
        return switch (condition) {
            case Condition.All(var parts) -> combined(parts, negated, !negated, clauses);
            case Condition.Any(var parts) -> combined(parts, negated, negated, clauses);
            case Condition.Not(var part) -> folded(part, !negated, clauses);
            case Leaf _ -> clauses.removeFirst().matched();
            case Condition.Unreadable _ -> throw new AssertionError();
        };
    }

    private static boolean combined(List<Condition> parts, boolean negated, boolean all, ArrayDeque<Clause> clauses) {
        boolean result = all;
        for (var part : parts) {
            boolean one = folded(part, negated, clauses);
            result = all ? result && one : result || one;
        }
        return result;
    }

    @Test
    void deMorganHolds() {
        var random = new Random(2);
        for (int i = 0; i < RUNS; i++) {
            var conditions = new RandomConditions(random);
            var left = conditions.condition(2);
            var right = conditions.condition(2);
            var message = SampleMail.random(random);

            assertThat(holds(new Condition.Not(new Condition.All(List.of(left, right))), message))
                    .isEqualTo(holds(
                            new Condition.Any(List.of(new Condition.Not(left), new Condition.Not(right))), message));
        }
    }

    @Test
    void unequalIsTheOppositeOfEqualForEveryField() {
        var random = new Random(3);
        var fields = MessageFields.all();
        for (int i = 0; i < RUNS; i++) {
            var leaf = new RandomConditions(random).leaf(Operator.EQ, fields.get(i % fields.size()));
            var message = SampleMail.random(random);

            assertThat(holds(new Leaf(Operator.NEQ, leaf.field(), leaf.operand()), message))
                    .isEqualTo(!holds(leaf, message));
        }
    }

    @Test
    void anAbsentFieldSatisfiesNoComparisonButUnequalAndAbsent() {
        var random = new Random(4);
        var message = mail().from("").subject("").preview("").get();
        for (int i = 0; i < RUNS; i++) {
            var leaf = new RandomConditions(random).leaf();
            if (leaf.field().shown(message, NOW).isEmpty()
                    && leaf.operator() != Operator.NEQ
                    && leaf.operator() != Operator.EXISTS) {
                assertThat(holds(leaf, message)).as(leaf.toString()).isFalse();
            }
        }
    }

    @Test
    void aConditionThatCannotBeEvaluatedIsAnErrorAndNeverNoMatch() {
        var illTyped = new Leaf(Operator.LT, MessageFields.named("subject"), new Operand.Bool(true));
        var evaluator = new ConditionEvaluator(new Condition.Not(illTyped));

        assertThatThrownBy(() -> evaluator.matches(mail().get(), NOW))
                .isInstanceOf(PolicyEvaluationException.class)
                .hasMessageContaining("subject");
        assertThat(evaluator.explain(mail().get(), NOW)).hasSize(1).noneMatch(Clause::matched);
    }

    @Test
    void aStoredConditionThatCannotBeReadAnyMoreIsAnError() {
        var condition = json.storedCondition("{\"eq\":[\"colour\",\"red\"]}");

        assertThatThrownBy(() -> holds(condition, mail().get()))
                .isInstanceOf(PolicyEvaluationException.class)
                .hasMessageContaining("colour");
        assertThat(json.print(condition)).isEqualTo("{\"eq\":[\"colour\",\"red\"]}");
    }

    @Test
    void everyFieldOfTheMessageDocumentCanBeNamed() {
        var documented = """
                id messageId account folder threadId from senderDomain to listId subject receivedAt category \
                categoryConfidence labels unread starred answered ageDays riskScore riskReasons hasAttachment expiresAt \
                ats.system ats.application_id ats.stage ats.last_stage_change ats.interview_date ats.company \
                ats.ghosting_risk ats.role receipt.merchant receipt.amount receipt.currency receipt.date receipt.kind \
                receipt.orderId preview eventAt unsubscribable quarantined size""";

        assertThat(MessageFields.names())
                .containsExactlyInAnyOrderElementsOf(
                        Pattern.compile(" ").splitAsStream(documented).toList());
    }
}
