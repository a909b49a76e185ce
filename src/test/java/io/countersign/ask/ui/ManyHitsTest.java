package io.countersign.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.ui.SampleSearch;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.TestWindow;
import java.util.HashSet;
import java.util.Locale;
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

/** A list of all that a search of a large mailbox finds stays quick, and reads nothing that is not on the screen. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ManyHitsTest {
    private static final int MAILS = 100_000;
    private static final int STEPS = 60;

    private final SampleSearch desk = SampleSearch.many(MAILS).unlimited();

    @SuppressWarnings("NullAway.Init") // in show()
    private SearchAndAskStage screen;

    @Start
    void show(Stage stage) {
        screen = new SearchAndAskStage(desk, new DirectTasks(), Locale.ENGLISH);
        TestWindow.show(stage, screen.show(), screen.commands);
    }

    @Test
    void goingThroughAHundredThousandHitsWorksOnWhatIsInSightOnly(FxRobot robot) {
        robot.interact(() -> screen.search.search("offer"));
        ListView<?> list = robot.lookup("#hits").queryListView();
        assertThat(list.getItems()).hasSize(MAILS);
        int sight = robot.lookup("#hits .list-cell").queryAll().size();
        assertThat(sight).isBetween(1, 60);
        desk.snippetsRead.clear();

        IntStream.range(0, STEPS).forEach(this::step);

        assertThat(robot.lookup("#hits .list-cell").queryAll()).hasSizeLessThanOrEqualTo(sight + 2);
        assertThat(desk.snippetsRead)
                .as("rows in sight, again at most a few times")
                .hasSizeLessThan(3_000);
        assertThat(new HashSet<>(desk.snippetsRead)).hasSizeLessThanOrEqualTo(STEPS + sight + 2);
    }

    private void step(int i) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            screen.commands.find("search.next").orElseThrow().run();
            if (i % 10 == 9) {
                screen.root().lookup("#hits").requestFocus();
            }
            screen.root().applyCss();
            screen.root().layout();
        });
    }
}
