package io.countersign.money.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.money.SampleDesk;
import io.countersign.money.ui.MoneyViewModel.Tab;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
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
class MoneySizesTest {
    // What is left of a window of 960 x 600 for the view.
    private static final int WIDTH = 900;
    private static final int HEIGHT = 525;

    @ParameterizedTest
    @CsvSource({"en, 1", "de, 1", "en, 2", "de, 2"})
    void nothingThatMustBeReadIsCut(String language, double scale) throws Exception {
        for (var tab : Tab.values()) {
            var cut = WaitForAsyncUtils.asyncFx(() -> cut(scene(tab, Locale.of(language), scale)))
                    .get(30, TimeUnit.SECONDS);
            assertThat(cut).as("%s, %s, %s", tab, language, scale).isEmpty();
        }
    }

    private static Scene scene(Tab tab, Locale locale, double scale) {
        Look.loadFonts();
        var desk = SampleDesk.fill();
        var stage = new MoneyStage(desk.money(), desk.mail(), new DirectTasks(), locale);
        var root = stage.show();
        stage.model.tabProperty().set(tab);
        var renderer = new SceneRenderer();
        var scene = renderer.scene(root, WIDTH, HEIGHT, new Look(false, scale));
        renderer.draw(scene);
        if (tab == Tab.RECEIPTS) {
            stage.model.receipts().moveBy(2);
        }
        renderer.draw(scene);
        renderer.draw(scene);
        return scene;
    }

    private static List<String> cut(Scene scene) {
        var cut = new ArrayList<String>();
        visit(scene.getRoot(), cut);
        return cut;
    }

    private static void visit(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && mustBeRead(labeled)) {
            var bounds = labeled.localToScene(labeled.getBoundsInLocal());
            boolean outside = bounds.getMinX() < -1 || bounds.getMaxX() > WIDTH + 1;
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
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, cut));
        }
    }

    private static boolean mustBeRead(Labeled labeled) {
        var styles = labeled.getStyleClass();
        boolean figure = styles.contains("figure") || styles.contains("section-label") || styles.contains("chip");
        return labeled.getText() != null && !labeled.getText().isEmpty() && (labeled instanceof ButtonBase || figure);
    }
}
