package io.countersign.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.approval.InMemoryApprovals;
import io.countersign.insight.PolicyStats;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.RecordingToasts;
import io.countersign.shared.ui.ScriptedDialogs;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class InsightsViewTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private final InMemoryWeights weights = new InMemoryWeights();
    private final List<OptionalInt> windows = new ArrayList<>();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final RecordingToasts toasts = new RecordingToasts();
    private final Texts texts = Texts.of(Locale.ENGLISH);

    @Start
    void show(Stage stage) {
        Look.loadFonts();
        weights.learned(Map.of("category:promotion", 2.4, "contains:interview", -1.6, "listid:rail-news", -0.8));
        var reader = new InsightReader(
                (_, window) -> {
                    windows.add(window);
                    return List.of(stats("Promotions past their end", 100, 90, 5), stats("New one", 4, 2, 1));
                },
                weights,
                new InMemoryApprovals(),
                "local",
                CLOCK);
        var model = new InsightsViewModel(reader, new DirectTasks(), dialogs, toasts, texts);
        var words = new InsightWords(texts, new Formats(texts, Locale.ENGLISH, CLOCK));
        var loaded = new ViewLoader(texts, Map.of(InsightsController.class, () -> new InsightsController(model, words)))
                .load(View.INSIGHTS);
        var scene = new Scene(loaded.root(), 1232, 820);
        new Look(true, 1).applyTo(scene);
        stage.setScene(scene);
        stage.show();
        ((InsightsController) loaded.controller()).shown();
    }

    private static PolicyStats stats(String name, long fired, long approved, long rejected) {
        var precision = OptionalDouble.of(approved / (double) (approved + rejected));
        return new PolicyStats(
                fired,
                name,
                fired,
                approved,
                rejected,
                fired - approved - rejected,
                precision,
                precision,
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.98),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.of(30),
                CLOCK.instant());
    }

    private static boolean shows(FxRobot robot, String text) {
        return !robot.lookup(node -> node instanceof Labeled labeled && text.equals(labeled.getText()))
                .queryAll()
                .isEmpty();
    }

    @Test
    void figuresAreOnesThatWereMeasured(FxRobot robot) {
        assertThat(shows(robot, "93.9%")).isTrue(); // 92 of 98
        assertThat(shows(robot, "98")).isTrue();
        assertThat(shows(robot, "94.7%")).isTrue(); // 90 of 95
        assertThat(shows(robot, "90 yes · 5 no · 5 open")).isTrue();
        assertThat(shows(robot, "2 yes · 1 no · 1 open")).isTrue();
        assertThat(shows(robot, "66.7%")).isFalse(); // three decisions say nothing yet
    }

    @Test
    void anotherWindowReadsOtherFigures(FxRobot robot) {
        robot.clickOn("7 days").clickOn("All time");
        assertThat(windows).containsExactly(OptionalInt.of(30), OptionalInt.of(7), OptionalInt.empty());
    }

    @Test
    void onePreferenceIsForgottenOnceThePersonAgrees(FxRobot robot) {
        dialogs.answer(false);
        robot.clickOn(robot.lookup(".icon-button").nth(0).queryButton());
        assertThat(weights.all("local")).hasSize(3);
        dialogs.answer(true);
        robot.clickOn(robot.lookup(".icon-button").nth(0).queryButton());
        assertThat(weights.all("local")).extracting(w -> w.feature()).doesNotContain("contains:interview");
        assertThat(toasts.said()).containsExactly("Forgot: contains “interview”");
    }

    @Test
    void everythingIsForgottenOnceThePersonAgrees(FxRobot robot) {
        robot.clickOn("#reset-all");
        assertThat(dialogs.asked()).containsExactly("Forget all 3 learned preferences?");
        assertThat(weights.all("local")).isEmpty();
        assertThat(robot.lookup("#reset-all").query().isDisabled()).isTrue();
    }

    @Test
    void wilsonIntervalIsTheTextbookOne() {
        var half = new Proportion(5, 10);
        assertThat(half.low()).isCloseTo(0.2366, within(1e-4));
        assertThat(half.high()).isCloseTo(0.7634, within(1e-4));
        assertThat(new Proportion(38, 38).high()).isCloseTo(1, within(1e-9));
        assertThat(new Proportion(38, 38).low()).isCloseTo(0.9082, within(1e-3));
        assertThat(new Proportion(0, 0).low()).isZero();
    }
}
