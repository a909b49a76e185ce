package io.countersign.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.trust.TrustDesk;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import io.countersign.shared.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing that must be read is cut, in the smallest and in a large window, in both languages, at twice the text size. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class InsightsSizesTest {
    // What is left of a window of 960 x 600 for the view, and of one of 2560 x 1440.
    @ParameterizedTest
    @CsvSource({
        "en, 1, 900, 525",
        "de, 1, 900, 525",
        "en, 2, 900, 525",
        "de, 2, 900, 525",
        "en, 1, 1232, 790",
        "de, 2, 2352, 1290"
    })
    void nothingThatMustBeReadIsCut(String language, double scale, int width, int height) throws Exception {
        for (var content : Content.values()) {
            var cut = WaitForAsyncUtils.asyncFx(
                            () -> cut(scene(content, Locale.of(language), scale, width, height), width))
                    .get(60, TimeUnit.SECONDS);
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

    private static List<String> cut(Scene scene, int width) {
        var cut = new ArrayList<String>();
        visit(scene.getRoot(), width, false, cut);
        return cut;
    }

    /** A table that is wider than the window scrolls sideways: what lies beyond its edge can be reached. */
    private static void visit(Node node, int width, boolean scrolls, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && mustBeRead(labeled)) {
            var bounds = labeled.localToScene(labeled.getBoundsInLocal());
            boolean outside = !scrolls && (bounds.getMinX() < -1 || bounds.getMaxX() > width + 1);
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
            boolean sideways = scrolls || parent instanceof TableView;
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, width, sideways, cut));
        }
    }

    private static boolean mustBeRead(Labeled labeled) {
        var styles = labeled.getStyleClass();
        boolean figure =
                List.of("figure", "section-label", "chip", "num", "readout", "axis-label", "chart-empty").stream()
                        .anyMatch(styles::contains);
        boolean header = labeled.getParent() != null
                && labeled.getParent().getStyleClass().contains("column-header");
        boolean note = styles.contains("muted") && labeled.isWrapText();
        return labeled.getText() != null
                && !labeled.getText().isEmpty()
                && (labeled instanceof ButtonBase || figure || header || note);
    }
}
