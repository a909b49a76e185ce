package io.countersign.app;

import io.countersign.settings.WindowState;
import io.countersign.settings.WindowState.Area;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a stage is when it is not maximised; for the JavaFX thread. */
final class WindowPlace {
    private final Stage stage;
    private Area area = WindowState.DEFAULT.area();

    WindowPlace(Stage stage) {
        this.stage = stage;
    }

    /** Puts the stage where it was, or where it can be seen. */
    void restore(WindowState state) {
        var screens =
                Screen.getScreens().stream().map(s -> area(s.getVisualBounds())).toList();
        area = state.areaOn(screens);
        stage.setX(area.x());
        stage.setY(area.y());
        stage.setWidth(area.width());
        stage.setHeight(area.height());
        stage.setMaximized(state.maximised());
        for (var property :
                List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())) {
            property.subscribe(_ -> remember());
        }
    }

    /** The last place that was not maximised. */
    Area area() {
        return area;
    }

    private void remember() {
        if (!stage.isMaximized() && !stage.isIconified() && stage.isShowing()) {
            area = new Area(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private static Area area(Rectangle2D bounds) {
        return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
