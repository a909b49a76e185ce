package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Condition;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Operand;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.ui.PoliciesViewModel.Tab;
import io.countersign.shared.task.HeldTasks;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.View;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a policy would do and did before: versions, files, matches and simulations. */
class PolicyTrialsTest extends PoliciesModelTest {
    @Test
    void versionsSayWhatChangedAndAnyComesBack() {
        model.select(9);
        model.editor().setName("Bills");
        model.editor().setThreshold(0.5);
        model.save();
        model.tabProperty().set(Tab.VERSIONS);
        var rows = model.versions().rowsProperty().get();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().changed()).containsExactly("name", "confidenceThreshold");
        assertThat(rows.getFirst().current()).isTrue();
        model.restore(rows.getLast());
        assertThat(stored(9).name()).isEqualTo("Receipts");
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Receipts");
        stage.toasts.press();
        assertThat(stored(9).name()).isEqualTo("Bills");
    }

    @Test
    void bringingAVersionBackAsksBeforeItDropsWhatIsNotSaved() {
        model.select(9);
        model.editor().setName("Bills");
        model.save();
        model.editor().setName("Unsaved");
        stage.dialogs.answer(false);
        model.restore(model.versions().rowsProperty().get().getLast());
        assertThat(stored(9).name()).isEqualTo("Bills");
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Unsaved");
        assertThat(stage.dialogs.asked()).containsExactly("Discard unsaved changes?");
    }

    @Test
    void importShowsWhatIsNewChangedAndTheSameAndIsTakenBackWhole() throws IOException {
        var json = new PolicyJson();
        var file = folder.resolve("policies.json");
        Files.writeString(
                file,
                "[{\"name\":\"Offers\",\"condition\":{\"eq\":[\"starred\",true]},\"action\":\"mark_read\"},"
                        + "{\"name\":\"Brand new\",\"condition\":{\"eq\":[\"starred\",true]},\"action\":\"mark_read\"},"
                        + json.print(stored(1)) + "]");
        stage.choose(file);
        model.files().chooseFile();
        assertThat(model.files().stateProperty().get())
                .isInstanceOfSatisfying(ImportState.Previewed.class, previewed -> {
                    assertThat(previewed.changing()).isEqualTo(2);
                    assertThat(previewed.preview().entries().getFirst().changed())
                            .containsExactly("condition", "action");
                });
        assertThat(stage.desk.all()).hasSize(14);
        model.files().apply();
        assertThat(names()).contains("Brand new");
        assertThat(stage.toasts.said()).containsExactly("Imported 2 policies · Undo");
        stage.toasts.press();
        assertThat(names()).doesNotContain("Brand new");
        assertThat(stored(6).action().id()).isEqualTo("create_task");
    }

    @Test
    void badFileChangesNothingAndNamesEntryAndClause() throws IOException {
        var file = folder.resolve("bad.json");
        Files.writeString(
                file,
                "[{\"name\":\"Good\",\"condition\":{\"eq\":[\"starred\",true]},\"action\":\"mark_read\"},"
                        + "{\"name\":\"Bad\",\"condition\":{\"all\":[{\"eq\":[\"category\",\"offerr\"]}]},\"action\":\"mark_read\"}]");
        stage.choose(file);
        model.files().chooseFile();
        assertThat(model.files().stateProperty().get())
                .isInstanceOfSatisfying(
                        ImportState.Refused.class,
                        refused -> assertThat(refused.problems().getFirst().path())
                                .isEqualTo("policies[1].condition.all[0].eq[1]"));
        model.files().apply();
        assertThat(stage.desk.all()).hasSize(14);
    }

    @Test
    void exportedPoliciesCanBeImportedAgain() throws IOException {
        var file = folder.resolve("out.json");
        stage.saveTo(file);
        model.exportAll();
        assertThat(new PolicyJson().parse(file).orThrow()).hasSize(14);
        model.select(9);
        model.exportChosen();
        assertThat(new PolicyJson().parse(file).orThrow())
                .extracting(Policy::name)
                .containsExactly("Receipts");
        assertThat(stage.toasts.said()).last().isEqualTo("Exported to out.json");
    }

    @Test
    void offeredPolicyIsADraftWithItsOrigin() {
        var condition =
                new Condition.Leaf(Operator.EQ, MessageFields.named("listId"), new Operand.Text("news.example"));
        stage.offers.fromSearch(condition, "news", "From what you searched for.");
        assertThat(stage.shown).containsExactly(View.POLICIES);
        model.shown();
        assertThat(model.originProperty().get()).isEqualTo("From what you searched for.");
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("news");
        assertThat(stage.desk.all()).hasSize(14);
        model.select(1);
        assertThat(names()).as("it is kept").contains("news");
        model.shown();
        assertThat(model.rows().stream().filter(PolicyRow::isNew)).hasSize(1);
    }

    @Test
    void everyChangeOfTheConditionIsCountedAndTheSameOneOnlyOnce() {
        model.select(2);
        int before = stage.mail.counted().size();
        model.editor().setName("Same condition");
        assertThat(stage.mail.counted()).hasSize(before);
        model.editor().setJson("{\"eq\": [\"starred\", true]}");
        assertThat(stage.mail.counted()).hasSize(before + 1);
    }

    @Test
    void onlyTheNewestQuestionIsAnswered() {
        var held = new HeldTasks();
        var slow = new PoliciesStage(new InMemoryPolicies().with(stage.desk.all()), held, Locale.ENGLISH);
        slow.model.load();
        held.runAll();
        int before = slow.mail.counted().size();
        var first = new Condition.Leaf(Operator.EQ, MessageFields.named("starred"), new Operand.Bool(true));
        var second = new Condition.Leaf(Operator.EQ, MessageFields.named("unread"), new Operand.Bool(true));
        var third = new Condition.Leaf(Operator.EQ, MessageFields.named("unread"), new Operand.Bool(false));
        for (var condition : List.of(first, second, third)) {
            slow.model.matches().show(condition);
        }
        held.runAll();
        assertThat(slow.mail.counted().subList(before, slow.mail.counted().size()))
                .containsExactly(first, third);
        assertThat(slow.model.matches().stateProperty().get()).isInstanceOf(MatchState.Counted.class);
    }

    @Test
    void whereCountingTakesLongItSaysAtLeastHowManyAndThenHowMany() {
        var held = new HeldTasks();
        var slow = new PoliciesStage(new InMemoryPolicies().with(stage.desk.all()), held, Locale.ENGLISH);
        slow.model.load();
        held.runAll();
        slow.mail.slowDown();
        var states = new ArrayList<MatchState>();
        slow.model.matches().stateProperty().subscribe((_, now) -> states.add(now));

        slow.model
                .matches()
                .show(new Condition.Leaf(Operator.EQ, MessageFields.named("unread"), new Operand.Bool(true)));
        held.runAll();
        held.runAll();

        assertThat(states)
                .extracting(state -> (Object) state.getClass())
                .containsExactly(MatchState.Counting.class, MatchState.CountingOn.class, MatchState.Counted.class);
        assertThat(((MatchState.CountingOn) states.get(1)).soFar().count())
                .isPositive()
                .isLessThan(((MatchState.Counted) states.get(2)).preview().count());
    }

    @Test
    void whileItIsCountedAnewNoEarlierCountIsShown() {
        var held = new HeldTasks();
        var slow = new PoliciesStage(new InMemoryPolicies().with(stage.desk.all()), held, Locale.ENGLISH);
        slow.model.load();
        held.runAll();
        slow.model
                .matches()
                .show(new Condition.Leaf(Operator.EQ, MessageFields.named("unread"), new Operand.Bool(true)));
        assertThat(slow.model.matches().stateProperty().get()).isEqualTo(new MatchState.Counting());
        held.runAll();
        assertThat(slow.model.matches().stateProperty().get()).isInstanceOf(MatchState.Counted.class);
    }

    @Test
    void simulationRunsOnlyWhileSomebodyLooksAndForTheNewestDraft() {
        model.select(9);
        assertThat(stage.mail.simulated()).isZero();
        model.tabProperty().set(Tab.SIMULATION);
        assertThat(stage.mail.simulated()).isEqualTo(1);
        model.editor().setJson("{\"eq\": [\"starred\", true]}");
        assertThat(model.simulation().stateProperty().get())
                .isInstanceOfSatisfying(
                        SimulationState.Done.class,
                        done -> assertThat(done.of())
                                .isEqualTo(model.editor().complete().orElseThrow()));
        model.editor().setJson("{\"eq\": [\"starred\"");
        assertThat(model.simulation().stateProperty().get()).isInstanceOf(SimulationState.None.class);
        model.hidden();
        model.editor().setJson("{\"eq\": [\"starred\", false]}");
        assertThat(model.simulation().stateProperty().get()).isInstanceOf(SimulationState.None.class);
    }

    @Test
    void simulationIsStoppedByThePersonAndRunsAgainOnRequest() {
        var held = new HeldTasks();
        var slow = new PoliciesStage(new InMemoryPolicies().with(stage.desk.all()), held, Locale.ENGLISH);
        slow.model.load();
        held.runAll();
        slow.model.tabProperty().set(Tab.SIMULATION);
        assertThat(slow.model.simulation().stateProperty().get()).isInstanceOf(SimulationState.Running.class);
        slow.model.simulation().cancel();
        held.runAll();
        assertThat(slow.model.simulation().stateProperty().get()).isInstanceOf(SimulationState.Stopped.class);
        slow.model.simulation().start();
        held.runAll();
        assertThat(slow.model.simulation().stateProperty().get()).isInstanceOf(SimulationState.Done.class);
    }

    @Test
    void mailBehindANumberIsListedAndRead() {
        model.select(2);
        model.mails().find(List.of(5L, 9L));
        assertThat(model.mails().mailsProperty().get()).hasSize(2);
        model.mails().open(5);
        assertThat(model.mails().openProperty().get()).isInstanceOf(MailState.Ready.class);
        model.mails().open(5);
        assertThat(model.mails().openProperty().get()).isInstanceOf(MailState.None.class);
    }
}
