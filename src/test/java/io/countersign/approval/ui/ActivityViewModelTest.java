package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");

    private final InMemoryAuditLog log = new InMemoryAuditLog(NOW);
    private final DirectTasks tasks = new DirectTasks();
    private final List<String> said = new ArrayList<>();
    private final ActivityViewModel model =
            new ActivityViewModel(log, _ -> List.of(), tasks, new Recording(), Texts.of(Locale.ENGLISH));

    @Test
    void olderPagesFollowUntilThereIsNothingOlder() {
        for (int i = 0; i < 2 * ActivityViewModel.PAGE + 5; i++) {
            log.add("executed", "archive_email", OptionalLong.empty(), NOW);
        }
        model.reload();
        assertThat(model.lines()).hasSize(ActivityViewModel.PAGE);
        assertThat(model.completeProperty().get()).isFalse();

        model.loadOlder();
        model.loadOlder();
        model.loadOlder();

        assertThat(model.lines()).hasSize(2 * ActivityViewModel.PAGE + 5).doesNotHaveDuplicates();
        assertThat(model.completeProperty().get()).isTrue();
        assertThat(model.lines().getLast().entry().id()).isEqualTo(1);
    }

    @Test
    void aLineIsInWordsAndIsFoundByThem() {
        log.add("executed", "archive_email", OptionalLong.empty(), NOW);
        log.add("failed", "label_email", OptionalLong.empty(), NOW, Optional.of("the folder is gone"));
        model.reload();
        assertThat(model.lines().getLast().action()).isEqualTo("Archive");

        model.filter(" FOLDER ");
        assertThat(model.lines()).extracting(ActivityViewModel.Line::action).containsExactly("Label");

        model.filter("");
        assertThat(model.lines()).hasSize(2);
    }

    @Test
    void whatAPolicyDidAloneNamesThePolicyAndALostTrustItsReason() {
        log.add("automated", "archive_email", OptionalLong.empty(), NOW, Optional.of("Promotions"));
        log.add(
                "automation_off",
                "Promotions",
                OptionalLong.empty(),
                NOW,
                Optional.of("You rejected 3 of its last 4 proposals, so it asks again."));
        model.reload();

        assertThat(model.lines()).extracting(ActivityViewModel.Line::event).containsExactly("asks again", "automatic");
        assertThat(model.outcome(model.lines().getFirst())).contains("You rejected 3 of its last 4 proposals.");
        assertThat(model.outcome(model.lines().getLast())).contains("by “Promotions”");
        model.filter("promotions");
        assertThat(model.lines()).hasSize(2);
    }

    @Test
    void undoSaysWhatItTookBackAndShowsItAtOnce() {
        log.addBatch(true, Map.of("archive_email", 42), 0, NOW);
        model.reload();
        assertThat(model.lines()).isEmpty();

        model.undo(model.batches().getFirst());

        assertThat(said).containsExactly("Took 42 proposals back");
        assertThat(model.batches().getFirst().undoneAt()).contains(NOW);
        assertThat(model.lines()).hasSize(1);
    }

    @Test
    void undoingTwiceReachesTheCentralHandler() {
        log.addBatch(true, Map.of("archive_email", 1), 0, NOW);
        model.reload();
        var batch = model.batches().getFirst();
        model.undo(batch);
        model.undo(batch);
        assertThat(tasks.failures()).hasSize(1);
        assertThat(said).hasSize(1);
    }

    @Test
    void anEmptyListIsOnlyTrueOnceItWasRead() {
        assertThat(model.loadedOnceProperty().get()).isFalse();
        model.loadOlder();
        model.reload();
        assertThat(model.loadedOnceProperty().get()).isTrue();
    }

    @Test
    void takingBackABatchIsOneRowHoweverManyMails() {
        log.add("policy_added", "Older", OptionalLong.empty(), NOW);
        log.addRun("undone", "archive_email", 7, 485);
        log.addRun("approved", "archive_email", 8, 1);
        log.addRun("approved", "label_email", 9, 2);
        model.reload();

        assertThat(model.rows()).hasSize(4);
        assertThat(model.rows().get(2)).isInstanceOfSatisfying(LogRow.Run.class, run -> {
            assertThat(run.lines()).hasSize(485);
            assertThat(model.describe(run)).isEqualTo("485 mails · Archive");
        });
        assertThat(model.rows().get(1)).isInstanceOf(LogRow.Single.class);
        assertThat(model.rows().getFirst()).isInstanceOf(LogRow.Run.class);
        assertThat(model.completeProperty().get()).isTrue();
    }

    @Test
    void aRunOpensInPlaceAndClosesFromInside() {
        log.addRun("undone", "archive_email", 7, 3);
        log.addRun("approved", "archive_email", 8, 2);
        model.reload();

        assertThat(model.fold(1, true)).isEqualTo(1);
        assertThat(model.rows()).hasSize(5);
        model.loadOlder();
        assertThat(model.rows()).hasSize(5);
        assertThat(model.fold(3, false)).isEqualTo(1);
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void anOpenRunStaysOpenWhenTheLogIsReadAgain() {
        log.addRun("undone", "archive_email", 7, 3);
        model.reload();
        model.fold(0, true);
        log.add("policy_added", "Newer", OptionalLong.empty(), NOW);
        model.reload();
        assertThat(model.rows()).hasSize(5);
    }

    @Test
    void aFilterListsEachLineThatContainsTheWords() {
        log.addRun("undone", "archive_email", 7, 30);
        log.addRun("approved", "label_email", 8, 2);
        model.reload();
        model.filter("label");
        assertThat(model.rows()).hasSize(2).allMatch(LogRow.Single.class::isInstance);
        model.filter("");
        assertThat(model.rows()).hasSize(2).allMatch(LogRow.Run.class::isInstance);
    }

    @Test
    void whatTheProgramWroteIsSaidInThePersonsLanguage() {
        log.add("executed", "Archived", OptionalLong.empty(), NOW);
        log.add("approved", "Label \"Receipts\"", OptionalLong.empty(), NOW);
        log.add("policy_added", "Archived by me", OptionalLong.empty(), NOW);
        var german = new ActivityViewModel(log, _ -> List.of(), tasks, new Recording(), Texts.of(Locale.GERMAN));
        german.reload();
        assertThat(german.lines())
                .extracting(ActivityViewModel.Line::action)
                .containsExactly("Archived by me", "Label „Receipts“", "Archiviert");
    }

    @Test
    void aBatchNamesItsActionsLargestFirst() {
        var batch = log.addBatch(true, Map.of("archive_email", 2, "label_email", 10), 0, NOW);
        assertThat(model.describe(batch)).isEqualTo("Label 10 · Archive 2");
    }

    private final class Recording implements Toasts {
        @Override
        public void show(String message) {
            said.add(message);
        }

        @Override
        public void show(String message, String actionText, Runnable action) {
            said.add(message);
        }

        @Override
        public void show(String message, Offer first, Offer second) {
            said.add(message);
        }
    }
}
