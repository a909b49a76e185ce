package io.countersign.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.trust.TrustDesk;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CutTexts;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.InEverySize;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import io.countersign.shared.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Nothing that must be read is cut, in the smallest and in a large window, in both languages, at twice the text size. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class InsightsSizesTest {
    private static final CutTexts CUT = CutTexts.of(
                    "figure", "section-label", "chip", "num", "readout", "axis-label", "chart-empty")
            .and(labeled -> labeled.getParent() != null
                    && labeled.getParent().getStyleClass().contains("column-header"))
            .and(note -> note.getStyleClass().contains("muted") && note.isWrapText())
            .scrolling(TableView.class::isInstance);

    @InEverySize
    void nothingThatMustBeReadIsCut(String language, double scale, int width, int height) throws Exception {
        for (var content : Content.values()) {
            var cut = CUT.in(() -> scene(content, Locale.of(language), scale, width, height));
            assertThat(cut)
                    .as("%s, %s, %s, %s", content, language, scale, width)
                    .isEmpty();
        }
    }

    private enum Content {
        RICH,
        TRUST_QUESTION,
        THIN,
        EMPTY,
        MAILS
    }

    private static Scene scene(Content content, Locale locale, double scale, int width, int height) {
        Look.loadFonts();
        var desk =
                switch (content) {
                    case THIN -> SampleInsights.thin();
                    case EMPTY -> SampleInsights.empty();
                    default -> SampleInsights.rich();
                };
        var trust = content == Content.TRUST_QUESTION ? new SampleTrust().asking() : new SampleTrust();
        var stage = new InsightsStage(
                desk,
                content == Content.THIN ? Optional.empty() : Optional.<TrustDesk>of(trust),
                new DirectTasks(),
                locale);
        var root = stage.show();
        var renderer = new SceneRenderer();
        var scene = renderer.scene(root, width, height, new Look(false, scale));
        renderer.layOut(scene);
        if (content == Content.TRUST_QUESTION) {
            stage.model.policyProperty().set(OptionalLong.of(2));
        }
        if (content == Content.MAILS) {
            var texts = Texts.of(locale);
            var words = new InsightWords(texts, new Formats(texts, locale, SampleInsights.CLOCK));
            stage.model
                    .drill()
                    .open(new DrillWords(words)
                            .allDecided(stage.model.reportProperty().get()));
            stage.model.drill().openMail(stage.model.drill().mails().getFirst());
        }
        renderer.layOut(scene);
        renderer.layOut(scene);
        return scene;
    }
}
