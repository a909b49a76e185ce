package io.countersign.ats.ui;

import io.countersign.ats.SampleApplications;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.TestWindow;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The applications screen with the sample applications, in a window, and what tests do with it. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
abstract class SampleScreen {
    final SampleApplications.Filled desk = SampleApplications.fill(new RiskRanking(ZoneOffset.UTC));
    final DirectTasks tasks = new DirectTasks();
    final ApplicationsStage screen = ApplicationsStage.of(desk, tasks, Locale.ENGLISH);
    final ApplicationsViewModel model = screen.model;
    final ListingViewModel listing = model.listing();

    /** The extension starts only what the test class itself declares: its {@code @Start} method calls this. */
    void open(javafx.stage.Stage stage) {
        TestWindow.show(stage, screen.show(), screen.commands);
    }

    List<ApplicationRow> rows() {
        return List.copyOf(listing.rows());
    }

    ApplicationRow chosen() {
        return listing.selectedProperty().get().orElseThrow();
    }

    ApplicationRow row(String company) {
        return model.snapshotProperty().get().rows().stream()
                .filter(row -> row.company().equals(company))
                .findFirst()
                .orElseThrow();
    }

    void choose(FxRobot robot, String company) {
        robot.interact(() -> listing.reveal(row(company)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    static TableView<?> table(FxRobot robot) {
        return robot.lookup("#applications").queryAs(TableView.class);
    }

    void focusList(FxRobot robot) {
        robot.interact(() -> table(robot).requestFocus());
    }

    static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }
}
