package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SceneRendererTest {
    private final SceneRenderer renderer = new SceneRenderer();

    @Test
    void aSecondPictureShowsWhatChangedInsideAScrollPane(FxRobot robot) {
        robot.interact(() -> {
            var square = new Rectangle(60, 60, Color.RED);
            var scene = renderer.scene(new StackPane(new ScrollPane(square)), 100, 100, new Look(false, 1));
            assertThat(renderer.draw(scene).getPixelReader().getColor(30, 30)).isEqualTo(Color.RED);
            square.setFill(Color.BLUE);
            assertThat(renderer.draw(scene).getPixelReader().getColor(30, 30)).isEqualTo(Color.BLUE);
        });
    }
}
