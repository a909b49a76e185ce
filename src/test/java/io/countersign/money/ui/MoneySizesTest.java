package io.countersign.money.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.money.SampleDesk;
import io.countersign.money.ui.MoneyViewModel.Tab;
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

/** Nothing that must be read is cut, in the smallest window, in both languages, at twice the text size. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class MoneySizesTest {
    private static final CutTexts CUT = CutTexts.of("figure", "section-label", "chip");

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
        var desk = SampleDesk.fill();
        var stage = new MoneyStage(desk.money(), desk.mail(), new DirectTasks(), locale);
        var root = stage.show();
        stage.model.tabProperty().set(tab);
        var renderer = new SceneRenderer();
        var scene = renderer.scene(root, TestWindow.SMALLEST_WIDTH, TestWindow.SMALLEST_HEIGHT, new Look(false, scale));
        renderer.draw(scene);
        if (tab == Tab.RECEIPTS) {
            stage.model.receipts().moveBy(2);
        }
        renderer.draw(scene);
        renderer.draw(scene);
        return scene;
    }
}
