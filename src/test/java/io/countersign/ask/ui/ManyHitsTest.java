package io.countersign.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.ui.SampleSearch;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.TestWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A list of all that a search of a large mailbox finds stays quick, and reads nothing that is not on the screen. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ManyHitsTest {
    private static final int MAILS = 100_000;
    private static final long FRAME_MS = 16;

    private final SampleSearch desk = SampleSearch.many(MAILS).unlimited();

    @SuppressWarnings("NullAway.Init") // in show()
    private SearchAndAskStage screen;

    @Start
    void show(Stage stage) {
        screen = new SearchAndAskStage(desk, new DirectTasks(), Locale.ENGLISH);
        TestWindow.show(stage, screen.show(), screen.commands);
    }

    @Test
    void goingThroughAHundredThousandHitsTakesAFrameForAStep(FxRobot robot) {
        robot.interact(() -> screen.search.search("offer"));
        ListView<?> list = robot.lookup("#hits").queryListView();
        assertThat(list.getItems()).hasSize(MAILS);
        var steps = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) {
            steps.add(step(i));
        }
        List<Long> sorted = steps.stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).as("median of %s", sorted).isLessThan(FRAME_MS);
        assertThat(desk.snippetsRead.size()).as("only what was on the screen").isLessThan(3_000);
    }

    private long step(int i) {
        long[] took = {0};
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            long start = System.nanoTime();
            screen.commands.find("search.next").orElseThrow().run();
            if (i % 10 == 9) {
                screen.root().lookup("#hits").requestFocus();
            }
            screen.root().applyCss();
            screen.root().layout();
            took[0] = (System.nanoTime() - start) / 1_000_000;
        });
        return took[0];
    }
}
