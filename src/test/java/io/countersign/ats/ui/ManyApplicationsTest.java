package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.InMemoryApplications;
import io.countersign.ats.InMemoryDrafts;
import io.countersign.ats.SampleApplications;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.mail.InMemoryMail;
import io.countersign.shared.task.HeldTasks;
import io.countersign.shared.ui.TableProbe;
import io.countersign.shared.ui.TestWindow;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Five thousand applications: what takes long happens off the JavaFX thread, what happens on it is quick. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ManyApplicationsTest {
    private static final int MANY = 5_000;

    private final HeldTasks tasks = new HeldTasks();
    private final ApplicationsStage screen = new ApplicationsStage(
            new InMemoryApplications(new RiskRanking(ZoneOffset.UTC), SampleApplications.CLOCK)
                    .with(SampleApplications.many(MANY)),
            new InMemoryDrafts(),
            new InMemoryMail(),
            tasks,
            Locale.ENGLISH);
    private final ApplicationsViewModel model = screen.model;
    private final ListingViewModel listing = model.listing();

    @Start
    void show(Stage stage) {
        TestWindow.show(stage, screen.show());
        tasks.runAll();
        listing.filterProperty().set(ApplicationFilter.ALL);
        tasks.runAll();
    }

    @SuppressWarnings("unchecked")
    private static TableView<ApplicationRow> table(FxRobot robot) {
        return robot.lookup("#applications").queryAs(TableView.class);
    }

    @Test
    void onlyTheRowsInSightHaveCells(FxRobot robot) {
        assertThat(table(robot).getItems()).hasSize(MANY);
        for (int to : List.of(0, MANY / 2, MANY - 1, 17)) {
            double scrolling = TableProbe.timed(robot, () -> table(robot).scrollTo(to));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(scrolling).as("ms to scroll").isLessThan(TableProbe.MOST_MS);
            assertThat(robot.lookup(".table-row-cell").queryAll()).hasSizeLessThan(60);
        }
    }

    @Test
    void askingForAnotherOrderOrFilterDoesNotBlock(FxRobot robot) {
        var silent = TableProbe.column(table(robot), "applications.silent");
        double sorting = TableProbe.timed(robot, () -> {
            silent.setSortType(TableColumn.SortType.DESCENDING);
            table(robot).getSortOrder().setAll(List.of(silent));
        });
        double filtering = TableProbe.timed(
                robot,
                () -> listing.filterProperty()
                        .set(listing.filterProperty().get().withText("KÄSE 1")));
        double showing = TableProbe.timed(robot, tasks::runAll);
        assertThat(sorting).as("ms to ask for an order").isLessThan(TableProbe.MOST_MS);
        assertThat(filtering).as("ms to ask for a filter").isLessThan(TableProbe.MOST_MS);
        assertThat(showing).as("ms to arrange and show").isLessThan(4 * TableProbe.MOST_MS);
        var rows = List.copyOf(listing.rows());
        assertThat(rows)
                .isNotEmpty()
                .hasSizeLessThan(MANY)
                .allMatch(row -> row.folded().contains("käse"));
        assertThat(rows.stream().map(row -> row.outlook().daysSilent()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void choosingARowFarDownKeepsItWhenTheOrderChanges(FxRobot robot) {
        var chosen = listing.rows().get(MANY - 3);
        double choosing =
                TableProbe.timed(robot, () -> listing.selectedProperty().set(Optional.of(chosen)));
        robot.interact(tasks::runAll);
        robot.interact(() ->
                table(robot).getSortOrder().setAll(List.of(TableProbe.column(table(robot), "applications.company"))));
        robot.interact(tasks::runAll);
        assertThat(choosing).as("ms to choose a row").isLessThan(TableProbe.MOST_MS);
        assertThat(listing.selectedProperty().get()).contains(chosen);
        assertThat(table(robot).getSelectionModel().getSelectedItem()).isEqualTo(chosen);
    }

    @Test
    void columnOfTheBoardHoldsThousandsOfCards(FxRobot robot) {
        robot.interact(() -> model.tabProperty().set(Tab.BOARD));
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> applied = robot.lookup("#lane-applied").queryListView();
        assertThat(applied.getItems()).hasSizeGreaterThan(500);
        double scrolling = TableProbe.timed(
                robot, () -> applied.scrollTo(applied.getItems().size() - 1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scrolling).as("ms to scroll").isLessThan(TableProbe.MOST_MS);
        assertThat(robot.lookup(".card-cell").queryAll()).hasSizeLessThan(150);
    }
}
