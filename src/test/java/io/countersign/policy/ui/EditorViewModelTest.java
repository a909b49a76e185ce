package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.LintFinding.Severity;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Operand;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.RandomConditions;
import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.policy.ui.ClauseDraft.Kind;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.HeldTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditorViewModelTest {
    private final PoliciesStage stage = PoliciesStage.standard(new DirectTasks());
    private final PoliciesViewModel screen = stage.model;
    private final EditorViewModel editor = screen.editor();

    EditorViewModelTest() {
        screen.load();
        screen.select(3);
    }

    private EditorDraft draft() {
        return editor.draftProperty().get().orElseThrow();
    }

    private Group root() {
        return (Group) draft().tree();
    }

    private List<Finding> findings() {
        return editor.analysisProperty().get().orElseThrow().findings();
    }

    @Test
    void builderWritesTheJson() {
        long added = editor.addClause(root().key());
        assertThat(draft().json()).contains("{\"contains\": [\"subject\", \"\"]}");
        editor.setLeaf(added, "value", leaf -> leaf.withValues(List.of("onsite")));
        assertThat(draft().json()).contains("{\"contains\": [\"subject\", \"onsite\"]}");
        assertThat(editor.complete()).isPresent();
    }

    @Test
    void jsonThatParsesUpdatesTheBuilderAndKeepsWhatStaysWhereItIs() {
        long first = root().parts().getFirst().key();
        editor.setJson("{\"all\": [ {\"eq\": [\"category\", \"offer\"]} ]}");
        assertThat(root().parts()).hasSize(1);
        assertThat(root().parts().getFirst().key()).isEqualTo(first);
        assertThat(draft().json())
                .as("as it was typed")
                .isEqualTo("{\"all\": [ {\"eq\": [\"category\", \"offer\"]} ]}");
        assertThat(draft().inStep()).isTrue();
    }

    @Test
    void whileTheJsonDoesNotParseTheBuilderKeepsTheLastGoodStateAndTheProblemHasItsLine() {
        var before = draft().tree();
        editor.setJson("{\"all\": [\n  {\"eq\": [\"category\", \"interveiw\"]}\n]}");
        assertThat(draft().tree()).isEqualTo(before);
        assertThat(draft().inStep()).isFalse();
        assertThat(editor.complete()).isEmpty();
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.message()).contains("Did you mean interview");
        });
        editor.removeClause(before.key());
        assertThat(draft().json()).as("the builder does not write over it").contains("interveiw");
        editor.dropJson();
        assertThat(draft().json()).isEqualTo(ConditionText.of(before));
        assertThat(editor.complete()).isPresent();
    }

    @Test
    void bothAreInStepWhateverIsTypedAndWhereverItIsEdited() {
        var random = new Random(3);
        var conditions = new RandomConditions(random);
        var json = new PolicyJson();
        for (int i = 0; i < 300; i++) {
            if (random.nextBoolean()) {
                editor.setJson(json.print(conditions.condition(3)));
            } else {
                edit(random);
            }
            assertThat(draft().inStep()).isTrue();
            if (ConditionReading.of(draft().json(), editor.drafts()) instanceof ConditionReading.Good good) {
                assertThat(ConditionText.of(good.tree())).isEqualTo(ConditionText.of(draft().tree()));
            } else {
                assertThat(draft().json()).isEqualTo(ConditionText.of(draft().tree()));
            }
        }
    }

    private void edit(Random random) {
        var keys = new ArrayList<Long>();
        collect(draft().tree(), keys);
        long key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(8)) {
            case 0 -> editor.addClause(key);
            case 1 -> editor.addGroup(key);
            case 2 -> editor.removeClause(key);
            case 3 -> editor.negateClause(key);
            case 4 -> editor.wrapClause(key, Kind.ANY);
            case 5 -> editor.moveClause(key, 1);
            case 6 -> editor.undo();
            default ->
                editor.setLeaf(
                        key,
                        "field",
                        leaf -> Comparison.onField(
                                leaf,
                                MessageFields.all()
                                        .get(random.nextInt(MessageFields.all().size()))));
        }
    }

    private static void collect(ClauseDraft tree, List<Long> keys) {
        keys.add(tree.key());
        if (tree instanceof Group group) {
            group.parts().forEach(part -> collect(part, keys));
        }
    }

    @Test
    void typingIntoOnePlaceIsOneStepBack() {
        var name = draft().name();
        editor.setName("I");
        editor.setName("In");
        editor.setName("Int");
        editor.setReason("Because");
        editor.undo();
        assertThat(draft().name()).isEqualTo("Int");
        editor.undo();
        assertThat(draft().name()).isEqualTo(name);
        assertThat(editor.changedProperty().get()).isFalse();
        assertThat(editor.undoableProperty().get()).isFalse();
        editor.redo();
        editor.redo();
        assertThat(draft().reason()).isEqualTo("Because");
    }

    @Test
    void discardedChangesCanBeTakenBack() {
        editor.setName("Other");
        editor.revert();
        assertThat(editor.changedProperty().get()).isFalse();
        editor.undo();
        assertThat(draft().name()).isEqualTo("Other");
    }

    @Test
    void whatWasThereIsNoChangeHoweverItIsSpelled() {
        editor.setJson(draft().json().replaceAll("\\s+", ""));
        assertThat(editor.changedProperty().get()).isFalse();
    }

    @Test
    void missingLabelIsNamedAtItsField() {
        editor.setAction("label_email");
        assertThat(findings()).anySatisfy(finding -> assertThat(finding.path()).isEqualTo("params.label"));
        assertThat(editor.complete()).isEmpty();
        editor.setParam("label", "Interviews");
        assertThat(editor.complete().orElseThrow().action()).isEqualTo(new Action.Label("Interviews"));
        editor.setAction("archive_email");
        editor.setAction("label_email");
        assertThat(draft().action().param("label")).isEqualTo("Interviews");
    }

    @Test
    void daysOfATaskAreANumber() {
        editor.setAction("create_task");
        editor.setParam("dueInDays", "soon");
        assertThat(findings()).anySatisfy(finding -> assertThat(finding.path()).isEqualTo("params.dueInDays"));
        editor.setParam("dueInDays", "3");
        assertThat(editor.complete().orElseThrow().action())
                .isEqualTo(new Action.CreateTask(java.util.Optional.empty(), java.util.Optional.of(3)));
    }

    @Test
    void lintIsSaidAtItsClauseAndDoesNotForbidSaving() {
        editor.setJson("{\"all\": [\n  {\"eq\": [\"starred\", true]},\n  {\"regex\": [\"subject\", \"x*\"]}\n]}");
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.path()).startsWith("condition.all[1]");
        });
        assertThat(editor.complete()).isPresent();
    }

    @Test
    void exceptionIsAddedToTheConditionAsItIs() {
        long key = editor.except(editor.drafts().leaf(Operator.EQ, MessageFields.named("starred"), "true"));
        assertThat(ClauseEdits.find(draft().tree(), key)).isPresent();
        var condition = (Condition.All) editor.complete().orElseThrow().condition();
        assertThat(condition.parts().getLast())
                .isEqualTo(new Condition.Not(
                        new Condition.Leaf(Operator.EQ, MessageFields.named("starred"), new Operand.Bool(true))));
    }

    @Test
    void answerForAnEarlierTextDoesNotUndoWhatWasTypedMeanwhile() {
        var tasks = new HeldTasks();
        var late = new PoliciesStage(new InMemoryPolicies().with(stage.desk.all()), tasks, Locale.ENGLISH);
        late.model.load();
        tasks.runAll();
        var slow = late.model.editor();
        slow.setJson("{\"eq\": [\"starred\", true]}");
        slow.setJson("{\"eq\": [\"starred\", false");
        slow.setJson("{\"eq\": [\"starred\", false]}");
        assertThat(slow.complete()).as("nothing is known yet").isEmpty();
        tasks.runAll();
        assertThat(slow.draftProperty().get().orElseThrow().json()).isEqualTo("{\"eq\": [\"starred\", false]}");
        assertThat(slow.complete().orElseThrow().condition())
                .isEqualTo(new Condition.Leaf(Operator.EQ, MessageFields.named("starred"), new Operand.Bool(false)));
    }
}
