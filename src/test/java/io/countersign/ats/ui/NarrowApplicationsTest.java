package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.SampleApplications;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.Shortcuts;
import io.countersign.shared.ui.TestWindow;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** In the smallest window an application opens below the list: neither the row nor what asks for the keyboard is out of sight. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class NarrowApplicationsTest {
    private final ApplicationsStage screen = ApplicationsStage.of(
            SampleApplications.fill(new RiskRanking(ZoneOffset.UTC)), new DirectTasks(), Locale.ENGLISH);
    private final ApplicationsViewModel model = screen.model;

    @Start
    void show(Stage stage) {
        var scene = TestWindow.show(
                stage, screen.show(), TestWindow.SMALLEST_WIDTH, TestWindow.SMALLEST_HEIGHT, new Look(false, 1));
        Shortcuts.listen(scene, screen.commands, () -> true);
    }

    private void choose(FxRobot robot, String company) {
        robot.interact(() -> model.listing()
                .reveal(model.snapshotProperty().get().rows().stream()
                        .filter(row -> row.company().equals(company))
                        .findFirst()
                        .orElseThrow()));
        settle();
    }

    // One round of events for what waits for a height, one for what that moves.
    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void nothingIsChosenUntilThePersonDoes() {
        assertThat(model.listing().selectedProperty().get()).isEmpty();
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void chosenRowStaysInSight(FxRobot robot) {
        for (var company : List.of("Kestrel Maps", "Ganymede", "Brightline")) {
            choose(robot, company);
            var line = robot.lookup(node -> node instanceof ApplicationTableRow row
                            && !row.isEmpty()
                            && row.getItem().company().equals(company))
                    .<Node>query();
            var rows = robot.lookup("#applications .clipped-container").<Node>query();
            assertThat(place(line).getMinY())
                    .as(company)
                    .isGreaterThanOrEqualTo(place(rows).getMinY() - 1);
            assertThat(place(line).getMaxY())
                    .as(company)
                    .isLessThanOrEqualTo(place(rows).getMaxY() + 1);
        }
    }

    @Test
    void formsAndTheDraftComeIntoSight(FxRobot robot) {
        choose(robot, "Kestrel Maps");
        for (var form : List.of(Form.STAGE, Form.RENAME, Form.MERGE, Form.ADD)) {
            robot.interact(() -> model.ask(form));
            settle();
            assertThat(inSight(focused(robot))).as("%s", form).isTrue();
        }
        robot.interact(() -> model.formProperty().set(Form.NONE));
        robot.interact(() -> robot.lookup("#applications").query().requestFocus());
        robot.type(KeyCode.F);
        settle();
        assertThat(focused(robot).getId()).isEqualTo("draft-body");
        assertThat(inSight(focused(robot))).isTrue();
    }

    private static Node focused(FxRobot robot) {
        return robot.lookup("#applications").query().getScene().getFocusOwner();
    }

    private static boolean inSight(Node node) {
        var place = place(node);
        return place.getMinY() >= 0 && place.getMinY() + 20 <= TestWindow.SMALLEST_HEIGHT;
    }
}
