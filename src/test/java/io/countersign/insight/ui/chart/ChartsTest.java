package io.countersign.insight.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.TestWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ChartsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

    private final List<String> opened = new ArrayList<>();
    private final List<String> pointed = new ArrayList<>();
    private final List<Integer> bins = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // in show()
    private BandChart chart;

    @SuppressWarnings("NullAway.Init") // in show()
    private CalibrationChart calibration;

    @SuppressWarnings("NullAway.Init") // in show()
    private Sparkline sparkline;

    @Start
    void show(Stage stage) {
        chart = new BandChart(
                share -> Math.round(share * 100) + "%",
                point -> opened.add(point.name()),
                point -> pointed.add(point.words()));
        calibration = new CalibrationChart(share -> "" + share, "said", "happened", bins::add, _ -> {});
        sparkline = new Sparkline();
        var root = new VBox(chart, calibration, sparkline);
        root.getStylesheets().add("/css/insights.css");
        TestWindow.show(stage, root, 800, 600, new Look(false, 1));
    }

    private static BandPoint point(int week, boolean thin) {
        return new BandPoint(MONDAY.plusWeeks(week), 0.9, 0.8, 0.95, thin, "week " + week, "all about week " + week);
    }

    @Test
    void arrowKeysGoThroughTheWeeksAndEnterOpensOne(FxRobot robot) {
        robot.interact(() -> {
            chart.show(List.of(point(0, false), point(1, false), point(2, true)), List.of());
            chart.requestFocus();
        });
        robot.push(KeyCode.ENTER).push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.ENTER);
        assertThat(pointed).containsExactly("all about week 2", "all about week 1");
        assertThat(opened).containsExactly("week 1");
        assertThat(chart.getAccessibleText()).isEqualTo("all about week 1");
    }

    @Test
    void whatRestsOnLittleIsDrawnOtherwise(FxRobot robot) {
        robot.interact(() -> chart.show(List.of(point(0, false), point(1, false), point(2, true)), List.of()));
        assertThat(chart.lookupAll(".chart-line")).hasSize(2);
        assertThat(chart.lookupAll(".chart-line.thin")).hasSize(1);
        assertThat(chart.lookupAll(".chart-dot.thin")).hasSize(1);
    }

    @Test
    void aWeekWithoutDecisionsLeavesAGapAndALoneOneShowsItsInterval(FxRobot robot) {
        robot.interact(() -> chart.show(List.of(point(0, false), point(1, false), point(4, false)), List.of()));
        assertThat(chart.lookupAll(".chart-line")).hasSize(1);
        assertThat(chart.lookupAll(".chart-error").stream().filter(bar -> bar.isVisible()))
                .hasSize(1);
    }

    @Test
    void oneWeekAloneCanBeDrawn(FxRobot robot) {
        robot.interact(() -> chart.show(List.of(point(0, true)), List.of()));
        robot.interact(() -> chart.show(List.of(), List.of()));
        assertThat(chart.lookupAll(".chart-dot")).isEmpty();
    }

    @Test
    void binsAreReachedByKeys(FxRobot robot) {
        robot.interact(() -> {
            calibration.show(List.of(
                    new CalibrationPoint(0.5, 0.4, 0.2, 0.6, 0.3, true, "a half"),
                    new CalibrationPoint(0.9, 0.95, 0.9, 0.98, 0.7, false, "nine tenths")));
            calibration.requestFocus();
        });
        robot.push(KeyCode.HOME).push(KeyCode.ENTER).push(KeyCode.RIGHT).push(KeyCode.SPACE);
        assertThat(bins).containsExactly(0, 1);
        assertThat(calibration.getAccessibleText()).isEqualTo("nine tenths");
    }

    @Test
    void aLineIsDrawnFromThreeValuesOnAndSkipsWhatIsUnknown(FxRobot robot) {
        robot.interact(() -> sparkline.show(List.of(OptionalDouble.of(1), OptionalDouble.of(2))));
        assertThat(sparkline.isVisible()).isFalse();
        robot.interact(() -> {
            sparkline.show(
                    List.of(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(2), OptionalDouble.of(2)));
            sparkline.getParent().layout();
        });
        assertThat(sparkline.isVisible()).isTrue();
        var line = (Path) sparkline.lookup(".spark-line");
        assertThat(line.getElements()).hasSize(3);
    }
}
