package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.SampleApplications;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CutTexts;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import io.countersign.shared.ui.TestWindow;
import java.time.ZoneOffset;
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
class ApplicationsSizesTest {
    private static final CutTexts CUT = CutTexts.of("section-label", "chip", "num", "lane-parts")
            .and(labeled -> "headline".equals(labeled.getId()))
            .scrolling(board -> board.getStyleClass().contains("lanes"));

    @ParameterizedTest
    @CsvSource({"en, 1", "de, 1", "en, 2", "de, 2"})
    void nothingThatMustBeReadIsCut(String language, double scale) throws Exception {
        for (var tab : Tab.values()) {
            for (var form : tab == Tab.RISK ? Form.values() : new Form[] {Form.NONE}) {
                var cut = CUT.in(() -> scene(tab, form, Locale.of(language), scale));
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
        var scene = renderer.scene(root, TestWindow.SMALLEST_WIDTH, TestWindow.SMALLEST_HEIGHT, new Look(false, scale));
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
}
