package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Policy;
import io.countersign.shared.task.DirectTasks;
import org.junit.jupiter.api.Test;

/** Which policies there are, and what is written into them, stored and taken back. */
class PoliciesViewModelTest extends PoliciesModelTest {
    @Test
    void beginsWithTheFirstPolicyAndCountsItsMail() {
        assertThat(names()).hasSize(14).startsWith("Risky attachments", "Suspicious mail");
        assertThat(model.selectedProperty().get()).contains(1L);
        assertThat(model.matches().stateProperty().get()).isInstanceOfSatisfying(MatchState.Counted.class, counted -> {
            assertThat(counted.preview().of()).isEqualTo(400);
            assertThat(model.mails().mailsProperty().get())
                    .isEqualTo(counted.preview().newest());
        });
    }

    @Test
    void unsavedChangesAreKeptWhenAnotherPolicyIsChosenAndWhenTheViewIsLeft() {
        model.select(2);
        model.editor().setName("Changed");
        model.select(3);
        assertThat(row(2).unsaved()).isTrue();
        assertThat(row(2).name()).isEqualTo("Changed");
        model.hidden();
        model.shown();
        model.select(2);
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Changed");
        assertThat(stored(2).name()).isEqualTo("Suspicious mail");
        model.discard();
        assertThat(row(2).unsaved()).isFalse();
    }

    @Test
    void savingStoresTellsAndCanBeTakenBack() {
        model.select(2);
        model.editor().setName("Odd mail");
        model.save();
        assertThat(stored(2).name()).isEqualTo("Odd mail");
        assertThat(row(2).unsaved()).isFalse();
        assertThat(model.editor().changedProperty().get()).isFalse();
        assertThat(stage.toasts.said()).containsExactly("Saved Odd mail · Undo");
        stage.toasts.press();
        assertThat(stored(2).name()).isEqualTo("Suspicious mail");
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Suspicious mail");
    }

    @Test
    void newPolicyIsStoredOnlyWhenItIsSaved() {
        model.beginNew();
        assertThat(model.rows()).hasSize(15);
        assertThat(stage.desk.all()).hasSize(14);
        model.save();
        assertThat(stage.desk.all()).as("it has no name yet").hasSize(14);
        model.editor().setName("Mine");
        model.editor().setJson("{\"eq\": [\"starred\", true]}");
        model.save();
        assertThat(stage.desk.all()).extracting(Policy::name).contains("Mine");
        assertThat(model.selectedRow().orElseThrow().isNew()).isFalse();
        stage.toasts.press();
        assertThat(stage.desk.all()).extracting(Policy::name).doesNotContain("Mine");
        assertThat(model.rows()).hasSize(14);
    }

    @Test
    void newPolicyThatNobodyWroteIntoVanishesWhenItIsLeft() {
        model.beginNew();
        model.select(1);
        assertThat(model.rows()).hasSize(14);
        model.beginNew();
        model.editor().setReason("Because");
        model.select(1);
        assertThat(model.rows()).hasSize(15);
    }

    @Test
    void droppedDraftComesBack() {
        model.beginNew();
        model.editor().setName("Draft");
        model.discard();
        assertThat(model.rows()).hasSize(14);
        stage.toasts.press();
        assertThat(names()).contains("Draft");
    }

    @Test
    void switchIsStoredAtOnceAndTakenBack() {
        model.enable(row(4), false);
        assertThat(stored(4).enabled()).isFalse();
        assertThat(stage.toasts.said()).containsExactly("Switched off: Interviews to arrange · Undo");
        model.undo();
        assertThat(stored(4).enabled()).isTrue();
    }

    @Test
    void switchingDoesNotTouchWhatIsWrittenAndSavingGoesOn() {
        model.select(4);
        model.editor().setName("Arrange");
        model.enable(row(4), false);
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Arrange");
        model.save();
        assertThat(tasks.failures()).isEmpty();
        assertThat(stored(4).name()).isEqualTo("Arrange");
        assertThat(stored(4).enabled()).isFalse();
    }

    @Test
    void orderIsChangedByPlaceAndByStepAndTakenBack() {
        var before = names();
        model.place(5, 0);
        assertThat(names()).startsWith("Assessments", "Risky attachments");
        assertThat(stage.desk.all().getFirst().id()).isEqualTo(5);
        model.select(5);
        model.shift(1);
        assertThat(names()).startsWith("Risky attachments", "Assessments");
        model.undo();
        model.undo();
        assertThat(names()).isEqualTo(before);
        assertThat(row(1).place()).isEqualTo(1);
    }

    @Test
    void deletedPolicyIsRestoredByTheToast() {
        model.select(3);
        model.delete();
        assertThat(names()).doesNotContain("Interviews with a date");
        assertThat(model.selectedProperty().get()).contains(4L);
        stage.toasts.press();
        assertThat(names()).contains("Interviews with a date");
    }

    @Test
    void duplicateIsADraftOfItsOwn() {
        model.select(9);
        model.duplicate();
        var draft = model.editor().draftProperty().get().orElseThrow();
        assertThat(draft.name()).isEqualTo("Receipts (copy)");
        assertThat(draft.action().param("label")).isEqualTo("Receipts");
        assertThat(stage.desk.all()).hasSize(14);
        model.save();
        assertThat(stage.desk.all()).hasSize(15);
    }

    @Test
    void changeMadeElsewhereDoesNotOverwriteWhatIsWritten() {
        model.select(2);
        model.editor().setName("Mine");
        var theirs = stored(2);
        stage.desk.save(new Policy(
                2,
                theirs.version(),
                "Theirs",
                "",
                true,
                theirs.priority(),
                theirs.condition(),
                theirs.action(),
                0.5,
                false));
        model.load();
        assertThat(model.conflictProperty().get()).isPresent();
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Mine");
        model.keepMine();
        model.save();
        assertThat(tasks.failures()).isEmpty();
        assertThat(stored(2).name()).isEqualTo("Mine");
    }

    @Test
    void changeMadeElsewhereCanBeTakenInPlaceOfWhatIsWritten() {
        model.select(2);
        model.editor().setName("Mine");
        stage.desk.restore(2, 1);
        var theirs = stored(2);
        stage.desk.save(new Policy(
                2, theirs.version(), "Theirs", "", true, 20, theirs.condition(), theirs.action(), 0.5, false));
        model.load();
        model.takeStored();
        assertThat(model.conflictProperty().get()).isEmpty();
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Theirs");
        assertThat(model.editor().changedProperty().get()).isFalse();
    }

    @Test
    void whatIsWrittenSurvivesTheRemovalOfItsPolicyElsewhere() {
        model.select(2);
        model.editor().setName("Mine");
        stage.desk.remove(2);
        model.load();
        assertThat(names()).contains("Mine").doesNotContain("Suspicious mail");
        assertThat(model.editor().draftProperty().get().orElseThrow().name()).isEqualTo("Mine");
    }

    @Test
    void filterNarrowsByNameAndDetails() {
        model.filterProperty().set("INTERVIEW");
        assertThat(names()).containsExactly("Interviews with a date", "Interviews to arrange");
        model.filterProperty().set("nothing at all");
        assertThat(model.rows()).isEmpty();
        assertThat(model.emptyProperty().get()).isFalse();
        model.filterProperty().set("");
        assertThat(model.rows()).hasSize(14);
    }

    @Test
    void failureToReadIsSaidAndPassesWhenItCanBeReadAgain() {
        var broken = PoliciesStage.standard(new DirectTasks());
        broken.desk.breakDown(true);
        broken.model.load();
        assertThat(broken.model.loadFailureProperty().get()).contains("database");
        broken.desk.breakDown(false);
        broken.model.load();
        assertThat(broken.model.loadFailureProperty().get()).isEmpty();
        assertThat(broken.model.rows()).hasSize(14);
    }
}
