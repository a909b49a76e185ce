package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.SampleApplications;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing that must be read is cut, in the smallest window, in both languages, at twice the text size. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ApplicationsSizesTest {
    // What is left of a window of 960 x 600 for the view.
    private static final int WIDTH = 900;
    private static final int HEIGHT = 525;

    @ParameterizedTest
    @CsvSource({"en, 1", "de, 1", "en, 2", "de, 2"})
    void nothingThatMustBeReadIsCut(String language, double scale) throws Exception {
        for (var tab : Tab.values()) {
            for (var form : tab == Tab.RISK ? Form.values() : new Form[] {Form.NONE}) {
                var cut = WaitForAsyncUtils.asyncFx(() -> cut(scene(tab, form, Locale.of(language), scale)))
                        .get(30, TimeUnit.SECONDS);
                assertThat(cut).as("%s, %s, %s, %s", tab, form, language, scale).isEmpty();
            }
        }
    }

    private static Scene scene(Tab tab, Form form, Locale locale, double scale) {
        Look.loadFonts();
        var stage = ApplicationsStage.of(
                SampleApplications.fill(new RiskRanking(ZoneOffset.UTC)), new DirectTasks(), locale);
        var root = stage.show();
        var renderer = new SceneRenderer();
        var scene = renderer.scene(root, WIDTH, HEIGHT, new Look(false, scale));
        renderer.draw(scene);
        stage.model.tabProperty().set(tab);
        if (tab == Tab.RISK) {
            stage.model.listing().moveBy(5);
            stage.model.draft().begin();
            stage.model.ask(form);
        }
        renderer.draw(scene);
        renderer.draw(scene);
        return scene;
    }

    private static List<String> cut(Scene scene) {
        var cut = new ArrayList<String>();
        visit(scene.getRoot(), false, cut);
        return cut;
    }

    /** The board scrolls sideways: what lies beyond its edge can be reached. */
    private static void visit(Node node, boolean scrolls, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && mustBeRead(labeled)) {
            var bounds = labeled.localToScene(labeled.getBoundsInLocal());
            boolean outside = !scrolls && (bounds.getMinX() < -1 || bounds.getMaxX() > WIDTH + 1);
            boolean shortened = labeled.lookupAll(".text").stream()
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .anyMatch(text ->
                            text.getText().endsWith("…") && !labeled.getText().endsWith("…"));
            if (outside || shortened) {
                cut.add(labeled.getText() + (outside ? " (outside)" : " (shortened)"));
            }
        }
        if (node instanceof Parent parent) {
            boolean sideways = scrolls || parent.getStyleClass().contains("lanes");
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, sideways, cut));
        }
    }

    private static boolean mustBeRead(Labeled labeled) {
        var styles = labeled.getStyleClass();
        boolean figure = styles.contains("section-label")
                || styles.contains("chip")
                || styles.contains("num")
                || styles.contains("lane-parts")
                || "headline".equals(labeled.getId());
        return labeled.getText() != null && !labeled.getText().isEmpty() && (labeled instanceof ButtonBase || figure);
    }
}
