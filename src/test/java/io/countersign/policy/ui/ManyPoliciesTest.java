package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Policy;
import io.countersign.policy.RandomConditions;
import io.countersign.shared.task.HeldTasks;
import io.countersign.shared.ui.TableProbe;
import io.countersign.shared.ui.TestWindow;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Five hundred policies: what takes long happens off the JavaFX thread, what happens on it is quick. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ManyPoliciesTest {
    private static final int MANY = 500;

    private final HeldTasks tasks = new HeldTasks();
    private final PoliciesStage screen = new PoliciesStage(many(), tasks, Locale.ENGLISH);
    private final PoliciesViewModel model = screen.model;

    private static InMemoryPolicies many() {
        var conditions = new RandomConditions(new Random(2));
        return new InMemoryPolicies()
                .with(IntStream.range(0, MANY)
                        .mapToObj(i -> PolicyDrafts.named("Policy " + i, conditions.condition(3)))
                        .toList());
    }

    @Start
    void show(Stage stage) {
        TestWindow.show(stage, screen.show());
        tasks.runAll();
    }

    @Test
    void onlyTheRowsInSightHaveCells(FxRobot robot) {
        ListView<?> list = robot.lookup("#policies").queryListView();
        assertThat(list.getItems()).hasSize(MANY);
        for (int to : List.of(0, MANY / 2, MANY - 1)) {
            double scrolling = TableProbe.timed(robot, () -> list.scrollTo(to));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(scrolling).as("ms to scroll").isLessThan(TableProbe.MOST_MS);
            assertThat(robot.lookup(".policy-cell").queryAll()).hasSizeLessThan(60);
        }
    }

    @Test
    void choosingTypingAndMovingDoNotBlock(FxRobot robot) {
        double choosing = TableProbe.timed(robot, () -> model.select(MANY / 2));
        robot.interact(tasks::runAll);
        double typing = TableProbe.timed(robot, () -> model.editor().setName("Other"));
        double moving = TableProbe.timed(robot, () -> model.place(MANY / 2, 0));
        double filtering = TableProbe.timed(robot, () -> model.filterProperty().set("policy 4"));
        robot.interact(tasks::runAll);
        assertThat(choosing).as("ms to choose").isLessThan(TableProbe.MOST_MS);
        assertThat(typing).as("ms to type").isLessThan(TableProbe.MOST_MS);
        assertThat(moving).as("ms to move").isLessThan(TableProbe.MOST_MS);
        assertThat(filtering).as("ms to filter").isLessThan(TableProbe.MOST_MS);
        assertThat(screen.desk.all()).extracting(Policy::id).startsWith((long) MANY / 2);
    }
}
