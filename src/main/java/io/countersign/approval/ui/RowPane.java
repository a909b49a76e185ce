package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.shared.ui.Monogram;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A proposal in the list: who, what, since when, and how sure. */
final class RowPane extends HBox {
    private static final double SURE = 0.9;
    private static final double RATHER_SURE = 0.75;

    private final Monogram monogram = new Monogram();
    private final StackPane check = new StackPane(new FontIcon("mdi2c-check"));
    private final StackPane mark = new StackPane(monogram, check);
    private final Label sender = new Label();
    private final Label action = new Label();
    private final Label age = new Label();
    private final Label subject = new Label();
    private final Label confidence = new Label();
    private final ApprovalWords words;

    RowPane(ApprovalWords words) {
        this.words = words;
        getStyleClass().add("tray-row");
        check.getStyleClass().add("tray-check");
        sender.getStyleClass().add("strong");
        action.getStyleClass().addAll("muted", "small");
        age.getStyleClass().addAll("muted", "small");
        confidence.getStyleClass().addAll("chip", "confidence");
        subject.getStyleClass().add("tray-subject");
        sender.setMinWidth(0);
        subject.setMinWidth(0);
        action.setMinWidth(USE_PREF_SIZE);
        age.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(sender, Priority.ALWAYS);
        sender.setMaxWidth(Double.MAX_VALUE);
        var first = new HBox(sender, action, age);
        first.getStyleClass().add("tray-first");
        first.setAlignment(Pos.BASELINE_LEFT);
        var text = new VBox(first, subject);
        text.getStyleClass().add("tray-text");
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(mark, text, confidence);
    }

    /** The part that marks the row when it is pressed. */
    StackPane mark() {
        return mark;
    }

    void show(PendingRow row, String problem, boolean namesAction) {
        monogram.show(row.from().name(), row.from().email());
        sender.setText(words.sender(row));
        action.setText(words.shortAction(row.action()));
        action.setVisible(namesAction);
        action.setManaged(namesAction);
        age.setText(words.formats().age(row.receivedAt()));
        subject.setText(problem.isEmpty() ? words.subject(row) : words.texts().get("approvals.not.done", problem));
        style(subject, problem.isEmpty() ? "" : "bad");
        confidence.setText(words.formats().percent(row.confidence()));
        style(confidence, tone(row.confidence()));
    }

    void setMarked(boolean marked) {
        check.setVisible(marked);
        monogram.setVisible(!marked);
    }

    /** The style class that tells how sure it is. */
    static String tone(double confidence) {
        int shown = (int) Math.round(confidence * 100);
        return shown >= SURE * 100 ? "ok" : shown >= RATHER_SURE * 100 ? "accent" : "warn";
    }

    private static void style(Label label, String tone) {
        label.getStyleClass().removeAll("ok", "accent", "warn", "bad");
        if (!tone.isEmpty()) {
            label.getStyleClass().add(tone);
        }
    }
}
