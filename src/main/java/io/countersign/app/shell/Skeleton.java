package io.countersign.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The shape of a list before there is anything to show, with words that say what is waited for. */
final class Skeleton {
    private static final int ROWS = 9;

    private Skeleton() {}

    static Node create(String words) {
        var rows = new VBox();
        rows.getStyleClass().addAll("card", "skeleton");
        for (int i = 0; i < ROWS; i++) {
            rows.getChildren().add(row(i));
        }
        var label = new Label(words);
        label.getStyleClass().add("subtitle");
        var bar = new ProgressBar();
        var message = new VBox(label, bar);
        message.getStyleClass().addAll("panel", "skeleton-message");
        message.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var view = new StackPane(rows, message);
        view.getStyleClass().add("view");
        return view;
    }

    private static Node row(int number) {
        var circle = bone("skeleton-circle");
        var first = bone("skeleton-line");
        first.setMaxWidth(180 + 37 * (number % 4));
        var second = bone("skeleton-line");
        second.setMaxWidth(320 + 53 * (number % 5));
        var lines = new VBox(first, second);
        lines.getStyleClass().add("skeleton-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(circle, lines);
        row.getStyleClass().add("skeleton-row");
        return row;
    }

    private static Region bone(String styleClass) {
        var bone = new Region();
        bone.getStyleClass().addAll("bone", styleClass);
        return bone;
    }
}
