package io.countersign.shared.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Finds what must be read and cannot be: texts that end in an ellipsis or lie outside the window.
 *
 * @param mustBeRead which texts are looked at, those that are empty aside
 * @param scrolls what scrolls sideways, so that what lies beyond its edge can be reached
 */
public record CutTexts(Predicate<Labeled> mustBeRead, Predicate<Parent> scrolls) {
    /** Of buttons, and of what has one of these styles. */
    public static CutTexts of(String... styles) {
        return new CutTexts(
                labeled ->
                        labeled instanceof ButtonBase || Stream.of(styles).anyMatch(labeled.getStyleClass()::contains),
                _ -> false);
    }

    /** Also of these. */
    public CutTexts and(Predicate<Labeled> others) {
        return new CutTexts(mustBeRead.or(others), scrolls);
    }

    /** With something that scrolls sideways. */
    public CutTexts scrolling(Predicate<Parent> sideways) {
        return new CutTexts(mustBeRead, sideways);
    }

    /** What is cut in a scene that is made on the JavaFX thread, each text with how; for any other thread. */
    public List<String> in(Callable<Scene> made) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> in(made.call())).get(60, TimeUnit.SECONDS);
    }

    private List<String> in(Scene scene) {
        var cut = new ArrayList<String>();
        visit(scene.getRoot(), scene.getWidth(), false, cut);
        return cut;
    }

    private void visit(Node node, double width, boolean reachable, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && isText(labeled) && mustBeRead.test(labeled)) {
            if (!reachable && isOutside(labeled, width)) {
                cut.add(labeled.getText() + " (outside)");
            } else if (isShortened(labeled)) {
                cut.add(labeled.getText() + " (shortened)");
            }
        }
        if (node instanceof Parent parent) {
            boolean within = reachable || scrolls.test(parent);
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, width, within, cut));
        }
    }

    private static boolean isText(Labeled labeled) {
        return labeled.getText() != null && !labeled.getText().isEmpty();
    }

    private static boolean isOutside(Labeled labeled, double width) {
        var bounds = labeled.localToScene(labeled.getBoundsInLocal());
        return bounds.getMinX() < -1 || bounds.getMaxX() > width + 1;
    }

    private static boolean isShortened(Labeled labeled) {
        var ellipsis = labeled.getEllipsisString();
        return labeled.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .anyMatch(text ->
                        text.getText().endsWith(ellipsis) && !labeled.getText().endsWith(ellipsis));
    }
}
