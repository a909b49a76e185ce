package io.countersign.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class TableMemoryTest {
    @SuppressWarnings("NullAway.Init") // TestFX gives it
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @Test
    void widthsAndSortingComeBackAsTheyWereLeft(FxRobot robot) {
        var memory = new TableMemory(Map.of("elsewhere", 70.0));
        var table = shown(robot, memory);
        robot.interact(() -> {
            table.resizeColumn(table.getColumns().getFirst(), 60);
            var last = table.getColumns().getLast();
            last.setSortType(SortType.DESCENDING);
            table.getSortOrder().add(last);
            table.getSortOrder().add(table.getColumns().getFirst());
        });
        var left = memory.arrangement();
        double wide = table.getColumns().getFirst().getWidth();

        var again = shown(robot, new TableMemory(left));

        assertThat(again.getColumns().getFirst().getWidth()).isCloseTo(wide, within(1.0));
        assertThat(again.getSortOrder()).extracting(TableColumn::getId).containsExactly("last", "first");
        assertThat(again.getSortOrder().getFirst().getSortType()).isEqualTo(SortType.DESCENDING);
        assertThat(left).containsEntry("elsewhere", 70.0);
    }

    private TableView<String> shown(FxRobot robot, TableMemory memory) {
        var table = new TableView<String>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (var id : new String[] {"first", "middle", "last"}) {
            var column = new TableColumn<String, String>(id);
            column.setId(id);
            column.setPrefWidth(100);
            table.getColumns().add(column);
        }
        robot.interact(() -> {
            var root = new StackPane(table);
            stage.setScene(new Scene(root, 600, 300));
            stage.show();
            memory.restore(root);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {});
        return table;
    }
}
