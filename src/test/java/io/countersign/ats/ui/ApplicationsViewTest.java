package io.countersign.ats.ui;

import static io.countersign.shared.ui.TestWindow.isShown;
import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.WarehouseShare;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.shared.ui.View;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the applications screen shows at first, where nothing can be shown, and to a screen reader. */
class ApplicationsViewTest extends SampleScreen {
    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
    }

    @Test
    void beginsWithWhatAnActionChangesMostAndSaysWhy(FxRobot robot) {
        assertThat(rows()).isNotEmpty().noneMatch(ApplicationRow::isEnded);
        assertThat(rows().stream().map(row -> row.ranked().rank()).toList()).isSorted();
        assertThat(chosen()).isEqualTo(rows().getFirst());
        assertThat(robot.lookup("#headline").<Labeled>queryAs(Labeled.class).getText())
                .isEqualTo("25 open · " + overdue() + " overdue · 2 interviews this week");
        int action = model.snapshotProperty().get().headline().action();
        assertThat(screen.counts.of(View.APPLICATIONS).get()).isEqualTo(action).isPositive();
        choose(robot, "Lumen Grid");
        assertThat(robot.lookup(".why").query().getAccessibleText())
                .startsWith("13 days of silence after an interview.");
    }

    private long overdue() {
        return model.snapshotProperty().get().rows().stream()
                .filter(row -> row.outlook().standing() == io.countersign.ats.Standing.OVERDUE)
                .count();
    }

    @Test
    void failureToReadIsToldWithAWayToTryAgain(FxRobot robot) {
        robot.interact(() -> listing.filterProperty().set(ApplicationFilter.ALL.withText("zzz")));
        desk.desk().breakDown(true);
        robot.interact(model::load);
        assertThat(model.loadFailureProperty().get()).contains("The database did not answer");
        assertThat(shows(robot, "The applications could not be read")).isTrue();
        desk.desk().breakDown(false);
        robot.interact(model::load);
        assertThat(model.loadFailureProperty().get()).isEmpty();
    }

    @Test
    void withoutApplicationsItSaysWhatToDo(FxRobot robot) {
        desk.desk().with(List.of());
        robot.interact(model::load);
        assertThat(shows(robot, "No applications yet")).isTrue();
        robot.interact(() -> model.tabProperty().set(Tab.FUNNEL));
        assertThat(shows(robot, "Nothing to count yet")).isTrue();
    }

    @Test
    void warehouseOfOtherCandidatesAloneIsSaidWithAWayOut(FxRobot robot) {
        assertThat(robot.lookup("#warehouse-notice").query().isVisible()).isFalse();
        desk.desk().warehouse(new WarehouseShare(20, 2, 18));
        robot.interact(model::load);
        assertThat(robot.lookup("#warehouse-notice").query().isVisible()).isFalse();
        desk.desk().warehouse(new WarehouseShare(20, 0, 18));
        robot.interact(model::load);
        assertThat(shows(robot, "18 of 20 rows of the warehouse belong to other candidates"))
                .isTrue();
        assertThat(shows(robot, "--email ADDRESS")).isTrue();
    }

    @Test
    void everyControlHasAName(FxRobot robot) {
        choose(robot, "Willow Labs");
        robot.interact(() -> model.draft().begin());
        for (var form : Form.values()) {
            robot.interact(() -> model.ask(form));
            assertThat(nameless(robot)).as("in %s", form).isEmpty();
        }
        for (var tab : Tab.values()) {
            robot.interact(() -> model.tabProperty().set(tab));
            assertThat(nameless(robot)).as("in %s", tab).isEmpty();
        }
    }

    private static java.util.Set<Node> nameless(FxRobot robot) {
        return robot.lookup(node -> node.isFocusTraversable()
                        && isShown(node)
                        && !(node instanceof javafx.scene.control.ScrollPane)
                        && !(node instanceof javafx.scene.control.Cell<?>)
                        && node.getParent() != null
                        && Optional.ofNullable(node.getAccessibleText())
                                .orElse("")
                                .isEmpty()
                        && !(node instanceof Labeled labeled
                                && labeled.getText() != null
                                && !labeled.getText().isEmpty())
                        && !(node.getParent() instanceof javafx.scene.control.DatePicker))
                .queryAll();
    }
}
