package io.countersign.money.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.InMemoryMail;
import io.countersign.money.InMemoryMoney;
import io.countersign.money.SampleCharges;
import io.countersign.money.SampleDesk;
import io.countersign.shared.task.HeldTasks;
import io.countersign.shared.ui.TableProbe;
import io.countersign.shared.ui.TestWindow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

/** A table of 100,000 receipts: what takes long happens off the JavaFX thread, what happens on it is quick. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ManyReceiptsTest {
    private static final int MANY = 100_000;

    private final HeldTasks tasks = new HeldTasks();
    private final MoneyStage screen = new MoneyStage(
            new InMemoryMoney().with(SampleCharges.many(MANY, SampleDesk.TODAY, 42)),
            new InMemoryMail(),
            tasks,
            Locale.ENGLISH);
    private final MoneyViewModel model = screen.model;

    @Start
    void show(Stage stage) {
        TestWindow.show(stage, screen.show());
        tasks.runAll();
        model.receipts().showAll();
        tasks.runAll();
    }

    @SuppressWarnings("unchecked")
    private static TableView<ReceiptRow> table(FxRobot robot) {
        return robot.lookup("#receipts").queryAs(TableView.class);
    }

    @Test
    void onlyTheRowsInSightHaveCells(FxRobot robot) {
        assertThat(table(robot).getItems()).hasSize(MANY);
        for (int to : List.of(0, MANY / 2, MANY - 1, 17)) {
            robot.interact(() -> table(robot).scrollTo(to));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup(".table-row-cell").queryAll()).hasSizeLessThan(60);
        }
    }

    @Test
    void askingForAnotherOrderOrFilterDoesNotBlock(FxRobot robot) {
        var amount = TableProbe.column(table(robot), "money.amount");
        double sorting = TableProbe.timed(robot, () -> {
            amount.setSortType(TableColumn.SortType.DESCENDING);
            table(robot).getSortOrder().setAll(List.of(amount));
        });
        double filtering = TableProbe.timed(
                robot,
                () -> model.receipts()
                        .filterProperty()
                        .set(model.receipts().filterProperty().get().withText("kaffee 8")));
        assertThat(sorting).as("ms to ask for an order").isLessThan(TableProbe.MOST_MS);
        assertThat(filtering).as("ms to ask for a filter").isLessThan(TableProbe.MOST_MS);
        robot.interact(tasks::runAll);
        var rows = List.copyOf(model.receipts().rows());
        assertThat(rows)
                .isNotEmpty()
                .hasSizeLessThan(MANY)
                .allMatch(row -> row.folded().contains("kaffee"));
        assertThat(rows.stream().map(row -> row.amount().orElseThrow()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void choosingARowFarDownKeepsItWhenTheOrderChanges(FxRobot robot) {
        var chosen = model.receipts().rows().get(MANY - 3);
        double choosing = TableProbe.timed(
                robot, () -> model.receipts().selectedProperty().set(java.util.Optional.of(chosen)));
        robot.interact(tasks::runAll);
        robot.interact(
                () -> table(robot).getSortOrder().setAll(List.of(TableProbe.column(table(robot), "money.merchant"))));
        robot.interact(tasks::runAll);
        assertThat(choosing).as("ms to choose a row").isLessThan(TableProbe.MOST_MS);
        assertThat(model.receipts().selectedProperty().get()).contains(chosen);
        assertThat(table(robot).getSelectionModel().getSelectedItem()).isEqualTo(chosen);
    }
}
