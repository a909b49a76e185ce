package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.ui.PoliciesViewModel.Tab;
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

/** Nothing that must be read is cut, in the smallest window, in both languages, at twice the text size, twenty groups deep. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PoliciesSizesTest {
    // What is left of a window of 960 x 600 for the view.
    private static final int WIDTH = 900;
    private static final int HEIGHT = 525;

    @ParameterizedTest
    @CsvSource({"en, 1", "de, 1", "en, 2", "de, 2"})
    void nothingThatMustBeReadIsCut(String language, double scale) throws Exception {
        for (var tab : Tab.values()) {
            var cut = WaitForAsyncUtils.asyncFx(() -> cut(scene(tab, Locale.of(language), scale)))
                    .get(60, TimeUnit.SECONDS);
            assertThat(cut).as("%s, %s, %s", tab, language, scale).isEmpty();
        }
    }

    private static Scene scene(Tab tab, Locale locale, double scale) {
        Look.loadFonts();
        var desk = new InMemoryPolicies().with(DefaultPolicies.load(new PolicyJson()));
        desk.with(new PolicyJson().parse(deep()).orThrow());
        var stage = new PoliciesStage(desk, new DirectTasks(), locale);
        var root = stage.show();
        var renderer = new SceneRenderer();
        var scene = renderer.scene(root, WIDTH, HEIGHT, new Look(false, scale));
        renderer.draw(scene);
        stage.model.select(desk.all().getFirst().id());
        stage.model.editor().setName("Twenty deep, changed");
        stage.model.openProperty().set(true);
        stage.model.tabProperty().set(tab);
        renderer.draw(scene);
        renderer.draw(scene);
        return scene;
    }

    private static String deep() {
        var condition = new StringBuilder("{\"in\":[\"category\",[\"application_confirmation\",\"job_alert\"]]}");
        for (int i = 0; i < 20; i++) {
            condition
                    .insert(0, i % 2 == 0 ? "{\"all\":[{\"lte\":[\"ageDays\",14]}," : "{\"not\":")
                    .append(i % 2 == 0 ? "]}" : "}");
        }
        return "{\"name\":\"Twenty deep\",\"priority\":1,\"action\":\"create_task\",\"params\":{\"dueInDays\":3},\"condition\":"
                + condition + "}";
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
        boolean figure = styles.contains("section-label") || styles.contains("chip") || styles.contains("num");
        return labeled.getText() != null && !labeled.getText().isEmpty() && (labeled instanceof ButtonBase || figure);
    }
}
