package io.countersign.shared.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A view in the window of a test, and what can be read there. */
public final class TestWindow {
    // What a window of the usual size, and one of 960 x 600, leaves for the view.
    private static final int WIDTH = 1232;
    private static final int HEIGHT = 820;
    public static final int SMALLEST_WIDTH = 900;
    public static final int SMALLEST_HEIGHT = 525;

    private TestWindow() {}

    /** Shows a view in a window of the usual size, in the light theme. For the JavaFX thread. */
    public static Scene show(Stage stage, Parent view) {
        return show(stage, view, WIDTH, HEIGHT, new Look(false, 1));
    }

    /** Shows a view as {@link #show(Stage, Parent)} does, with its commands under their keys. */
    public static Scene show(Stage stage, Parent view, CommandRegistry commands) {
        var scene = show(stage, view);
        Shortcuts.listen(scene, commands, () -> true);
        return scene;
    }

    /** Shows a view of this size. For the JavaFX thread. */
    public static Scene show(Stage stage, Parent view, int width, int height, Look look) {
        Look.loadFonts();
        var scene = new Scene(view, width, height);
        look.applyTo(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // the stage is the one of the test before
        stage.show();
        return scene;
    }

    /** Whether a label, button or the like with this in its text is on the screen. */
    public static boolean shows(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof Labeled labeled
                        && isShown(node)
                        && labeled.getText() != null
                        && labeled.getText().contains(text))
                .tryQuery()
                .isPresent();
    }

    /** Whether neither the node nor anything around it is hidden. */
    public static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }
}
