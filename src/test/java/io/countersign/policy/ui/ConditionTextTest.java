package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.RandomConditions;
import io.countersign.policy.ui.ClauseDraft.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConditionTextTest {
    private final ClauseDrafts drafts = new ClauseDrafts();
    private final PolicyJson json = new PolicyJson();

    @Test
    void whateverIsInTheBuilderIsTheSameConditionInTheTextAndBack() {
        var conditions = new RandomConditions(new Random(11));
        for (int i = 0; i < 2_000; i++) {
            var condition = conditions.condition(4);
            var draft = EditorDraft.of(PolicyDrafts.named("x", condition), drafts);
            assertThat(ConditionReading.of(draft.json(), drafts))
                    .as(draft.json())
                    .isInstanceOfSatisfying(ConditionReading.Good.class, good -> {
                        assertThat(json.print(good.condition())).isEqualTo(json.print(condition));
                        assertThat(ConditionText.of(good.tree())).isEqualTo(draft.json());
                        assertThat(ClauseDrafts.aligned(draft.tree(), good.tree()))
                                .isEqualTo(draft.tree());
                    });
        }
    }

    @Test
    void eachComparisonStandsOnALineOfItsOwn() {
        var tree = drafts.group(
                Kind.ALL,
                List.of(
                        drafts.leaf(Operator.EQ, MessageFields.named("category"), "promotion"),
                        drafts.group(
                                Kind.NOT, List.of(drafts.leaf(Operator.EQ, MessageFields.named("starred"), "true"))),
                        drafts.group(
                                Kind.ANY,
                                List.of(
                                        drafts.leaf(Operator.GTE, MessageFields.named("receipt.amount"), "12,50"),
                                        drafts.leaf(
                                                Operator.IN,
                                                MessageFields.named("senderDomain"),
                                                "a.example",
                                                "b\"c"))),
                        drafts.leaf(Operator.EXISTS, MessageFields.named("listId"), "false")));
        assertThat(ConditionText.of(tree)).isEqualTo("""
                {"all": [
                  {"eq": ["category", "promotion"]},
                  {"not": {"eq": ["starred", true]}},
                  {"any": [
                    {"gte": ["receipt.amount", 12.50]},
                    {"in": ["senderDomain", ["a.example", "b\\"c"]]}
                  ]},
                  {"exists": ["listId", false]}
                ]}""");
    }

    @Test
    void unfinishedClausesAreWrittenTooAndSaidToBeUnfinished() {
        var tree = drafts.group(
                Kind.ALL,
                List.of(
                        drafts.unfinished(),
                        drafts.leaf(Operator.GTE, MessageFields.named("riskScore"), "high"),
                        drafts.group(Kind.NOT, List.of())));
        assertThat(ConditionReading.of(ConditionText.of(tree), drafts))
                .isInstanceOfSatisfying(
                        ConditionReading.Bad.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Finding::line)
                                .containsExactly(2, 3, 4));
    }

    @Test
    void problemIsFoundOnTheLineOfItsClause() {
        var text = """
                {"all": [
                  {"eq": ["category", "promotion"]},
                  {"any": [
                    {"gt": ["eventAt", 12]}
                  ]}
                ]}""";
        assertThat(ConditionReading.of(text, drafts))
                .isInstanceOfSatisfying(
                        ConditionReading.Bad.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Finding::path, Finding::line)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("condition.all[1].any[0].gt[1]", 4)));
    }

    @Test
    void textThatIsNoJsonIsReportedWhereItStops() {
        for (var text :
                List.of("{\"all\": [\n  {\"eq\": [\"starred\", tru]}\n]}", "{\"all\": [\n  {\"eq\" [", "", "\n\n")) {
            assertThat(ConditionReading.of(text, drafts))
                    .as(text)
                    .isInstanceOfSatisfying(ConditionReading.Bad.class, bad -> {
                        assertThat(bad.problems()).hasSize(1);
                        assertThat(bad.problems().getFirst().line())
                                .isBetween(1, Math.max(1, (int) text.lines().count()));
                    });
        }
        assertThat(((ConditionReading.Bad)
                                ConditionReading.of("{\"all\": [\n  {\"eq\": [\"starred\", tru]}\n]}", drafts))
                        .problems()
                        .getFirst()
                        .line())
                .isEqualTo(2);
    }

    @Test
    @Timeout(20)
    void hostileTextsAreRefusedQuickly() {
        var deep = "{\"not\":".repeat(50_000) + "1" + "}".repeat(50_000);
        var wide = "{\"all\":[" + "{\"eq\":[\"starred\",true]},".repeat(40_000) + "{}]}";
        for (var text : List.of(deep, wide, "[".repeat(1_000_000), "x".repeat(ConditionReading.LONGEST + 1))) {
            assertThat(ConditionReading.of(text, drafts)).isInstanceOf(ConditionReading.Bad.class);
        }
    }

    @Test
    void storedConditionThatCannotBeReadAnyMoreIsKeptAsItIs() {
        var stored = "{\"all\":[{\"eq\":[\"starred\",true]},{\"smells\":[\"subject\",\"odd\"]}]}";
        var draft = EditorDraft.of(
                new io.countersign.policy.Policy(
                        1,
                        1,
                        "x",
                        "",
                        true,
                        1,
                        new Condition.Unreadable(stored, "no operator"),
                        new Action.Archive(),
                        0.5,
                        false),
                drafts);
        assertThat(draft.json())
                .contains("{\"smells\":[\"subject\",\"odd\"]}")
                .contains("{\"eq\": [\"starred\", true]}");
        assertThat(draft.tree().size()).isEqualTo(3);
    }
}
