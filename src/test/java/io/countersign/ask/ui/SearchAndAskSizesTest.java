package io.countersign.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.Facet;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.ui.SampleSearch;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CutTexts;
import io.countersign.shared.ui.InEverySize;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing that must be read is cut, in the smallest and in a large window, in both languages, at twice the text size. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SearchAndAskSizesTest {
    // What comes out of a mail may be shortened in a line of its own; everything that this program says may not.
    private static final CutTexts CUT = CutTexts.of("section-label", "chip", "num", "citation", "subtitle", "kbd")
            .and(note -> note.getStyleClass().contains("muted") && note.isWrapText())
            .and(count -> "search-count".equals(count.getId()));

    @InEverySize
    void nothingThatMustBeReadIsCut(String language, double scale, int width, int height) throws Exception {
        for (var content : Content.values()) {
            var cut = CUT.in(() -> scene(content, Locale.of(language), scale, width, height));
            assertThat(cut)
                    .as("%s, %s, %s, %s", content, language, scale, width)
                    .isEmpty();
        }
    }

    /** The list, the mail and the answers scroll by themselves: a page that does so too hides what the wheel is over. */
    @InEverySize
    void thePageItselfDoesNotScroll(String language, double scale, int width, int height) throws Exception {
        for (var content : List.of(Content.RESULTS, Content.OPEN, Content.ANSWERS, Content.ANSWERS_WITH_MAIL)) {
            var over = WaitForAsyncUtils.asyncFx(
                            () -> overflow(scene(content, Locale.of(language), scale, width, height)))
                    .get(1, TimeUnit.MINUTES);
            assertThat(over)
                    .as("%s, %s, %s, %s", content, language, scale, width)
                    .isLessThanOrEqualTo(1);
        }
    }

    private static double overflow(Scene scene) {
        var page = (ScrollPane) scene.getRoot().lookup(".scroll-pane");
        return page.getContent().getLayoutBounds().getHeight()
                - page.getViewportBounds().getHeight();
    }

    private enum Content {
        START,
        RESULTS,
        NARROWED,
        NOTHING,
        FORMS,
        FAILED,
        OPEN,
        QUESTIONS,
        ANSWERS,
        ANSWERS_WITH_MAIL
    }

    private static Scene scene(Content content, Locale locale, double scale, int width, int height) {
        Look.loadFonts();
        var stage = new SearchAndAskStage(SampleSearch.jobSeeker(), new DirectTasks(), locale);
        var root = stage.show();
        var renderer = new SceneRenderer();
        var scene = renderer.scene(root, width, height, new Look(false, scale));
        renderer.layOut(scene);
        fill(content, stage);
        renderer.layOut(scene);
        renderer.layOut(scene);
        return scene;
    }

    private static void fill(Content content, SearchAndAskStage stage) {
        switch (content) {
            case START -> {}
            case RESULTS -> stage.search.search("interview");
            case NARROWED -> {
                stage.desk.failure = Optional.of(SearchFailure.Kind.BROKEN);
                stage.search.search("interview");
                run(stage, "search.order");
                chip(stage, Facet.YEAR + "=2026");
            }
            case NOTHING -> {
                stage.desk.didYouMean = Optional.of("interview thursday");
                stage.search.search("intervew thursday oslo");
            }
            case FORMS -> {
                stage.search.search("interview");
                run(stage, "search.save");
                run(stage, "search.propose");
            }
            case FAILED -> {
                stage.desk.broken = true;
                stage.search.search("interview");
            }
            case OPEN -> {
                stage.search.search("interview");
                run(stage, "search.open");
            }
            case QUESTIONS -> stage.answers();
            case ANSWERS -> talk(stage);
            case ANSWERS_WITH_MAIL -> {
                talk(stage);
                stage.ask.mail().show(1);
            }
        }
    }

    private static void chip(SearchAndAskStage stage, String key) {
        stage.root().lookupAll(".facet-chip").stream()
                .filter(node -> key.equals(node.getUserData()))
                .findFirst()
                .map(javafx.scene.control.ToggleButton.class::cast)
                .ifPresent(javafx.scene.control.ToggleButton::fire);
    }

    private static void run(SearchAndAskStage stage, String command) {
        assertThat(stage.commands.find(command).orElseThrow().run()).as(command).isTrue();
    }

    private static void talk(SearchAndAskStage stage) {
        stage.answers();
        for (var question :
                List.of("Does she like tea?", "Clean up promotions", "Which interviews?", "What did she write?")) {
            stage.ask.ask(question, Mode.PLAIN);
        }
        assertThat(stage.root().lookupAll(".exchange"))
                .extracting(Node::isVisible)
                .hasSize(4);
    }
}
