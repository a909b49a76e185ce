package io.countersign.ats.ui;

import static io.countersign.shared.ui.TestWindow.isShown;
import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.SampleApplications;
import io.countersign.mail.Stage;
import io.countersign.shared.ui.MailState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Narrowing, sorting and walking through the list of applications. */
class RiskListViewTest extends SampleScreen {
    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
    }

    @Test
    void chipsAndTextNarrowTheList(FxRobot robot) {
        robot.clickOn("#scope-ended");
        assertThat(rows()).hasSize(8).allMatch(ApplicationRow::isEnded);
        robot.clickOn("#scope-action");
        assertThat(rows())
                .hasSize(model.snapshotProperty().get().headline().action())
                .allMatch(row -> row.needsAction(SampleApplications.TODAY));
        robot.clickOn("#scope-all");
        assertThat(rows()).hasSize(33);
        robot.interact(() -> listing.filterProperty().set(ApplicationFilter.OPEN.withText("ENGINEER greenhouse")));
        assertThat(rows()).isNotEmpty().allMatch(row -> row.role().contains("Engineer"));
        robot.interact(() -> listing.filterProperty().set(ApplicationFilter.OPEN.withText("nobody at all")));
        assertThat(shows(robot, "No application matches")).isTrue();
        robot.clickOn("#show-all");
        assertThat(rows()).hasSize(33);
    }

    // By the table's own order rather than by a click: the headless platform takes every press for a context menu.
    @Test
    void columnsSortWithoutTheTableSortingItself(FxRobot robot) {
        sort(robot, "applications.silent", false);
        assertThat(rows().stream().map(row -> row.outlook().daysSilent()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        sort(robot, "applications.company", true);
        assertThat(rows().get(1).company()).isEqualTo("Atlas Foods");
    }

    private static void sort(FxRobot robot, String id, boolean ascending) {
        robot.interact(() -> {
            var column = table(robot).getColumns().stream()
                    .filter(each -> each.getId().equals(id))
                    .findFirst()
                    .orElseThrow();
            column.setSortType(ascending ? SortType.ASCENDING : SortType.DESCENDING);
            sortBy(table(robot), column);
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<T, ?>) column));
    }

    @Test
    void keysGoThroughTheListAndEnterOpensTheNewestMail(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.J);
        assertThat(chosen()).isEqualTo(rows().get(1));
        robot.type(KeyCode.DOWN).type(KeyCode.K);
        assertThat(chosen()).isEqualTo(rows().get(1));
        robot.type(KeyCode.ENTER);
        assertThat(model.mail().stateProperty().get())
                .isInstanceOfSatisfying(
                        MailState.Ready.class,
                        ready -> assertThat(ready.messageId())
                                .isEqualTo(chosen().application().messageIds().getLast()));
        robot.type(KeyCode.ESCAPE);
        assertThat(model.openProperty().get()).isFalse();
        assertThat(isShown(robot.lookup("#application-detail").query())).isFalse();
        robot.type(KeyCode.J);
        assertThat(model.openProperty().get()).isTrue();
    }

    @Test
    void whatEndsLeavesTheOpenListAndTheNextOneIsChosen(FxRobot robot) {
        robot.interact(() -> listing.selectedProperty().set(Optional.of(rows().get(3))));
        var next = rows().get(4).id();
        robot.interact(() -> model.corrections().correctStage(chosen(), Stage.REJECTED, SampleApplications.TODAY));
        assertThat(rows()).hasSize(24);
        assertThat(chosen().id()).isEqualTo(next);
    }
}
