package io.countersign.job.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.InMemoryJobDesk;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CutTexts;
import io.countersign.shared.ui.InEverySize;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.SceneRenderer;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Nothing that must be read is cut, in the smallest and in a large window, in both languages, at twice the text size. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class JobsSizesTest {
    // What a list tells in one line is told whole beside it.
    private static final CutTexts CUT = CutTexts.of("section-label", "chip", "job-fact")
            .and(note -> note.getStyleClass().contains("muted") && note.isWrapText())
            .and(value -> value.getId() != null && value.getId().startsWith("job"));

    @InEverySize
    void nothingThatMustBeReadIsCut(String language, double scale, int width, int height) throws Exception {
        for (var job : List.of("ats-enrichment", "recall-sampling", "embeddings", "index-catch-up")) {
            for (var editing : List.of(false, true)) {
                var cut = CUT.in(() -> scene(job, editing, Locale.of(language), scale, width, height));
                assertThat(cut)
                        .as("%s, %s, %s, %s", job, language, scale, width)
                        .isEmpty();
            }
        }
    }

    private static Scene scene(String job, boolean editing, Locale locale, double scale, int width, int height) {
        Look.loadFonts();
        var stage = new JobsStage(InMemoryJobDesk.usual(JobsStage.NOW), new DirectTasks(), locale);
        var renderer = new SceneRenderer();
        var scene = renderer.scene(stage.show(), width, height, new Look(false, scale));
        renderer.layOut(scene);
        stage.model.select(job);
        stage.model.editingProperty().set(editing);
        renderer.layOut(scene);
        renderer.layOut(scene);
        return scene;
    }
}
