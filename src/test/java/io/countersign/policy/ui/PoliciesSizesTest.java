package io.countersign.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.ui.PoliciesViewModel.Tab;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CutTexts;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import io.countersign.shared.ui.TestWindow;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Nothing that must be read is cut, in the smallest window, in both languages, at twice the text size, twenty groups deep. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PoliciesSizesTest {
    private static final CutTexts CUT = CutTexts.of("section-label", "chip", "num");

    @ParameterizedTest
    @CsvSource({"en, 1", "de, 1", "en, 2", "de, 2"})
    void nothingThatMustBeReadIsCut(String language, double scale) throws Exception {
        for (var tab : Tab.values()) {
            var cut = CUT.in(() -> scene(tab, Locale.of(language), scale));
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
        var scene = renderer.scene(root, TestWindow.SMALLEST_WIDTH, TestWindow.SMALLEST_HEIGHT, new Look(false, scale));
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
}
