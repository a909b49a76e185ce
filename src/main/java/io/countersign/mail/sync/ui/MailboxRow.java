package io.countersign.mail.sync.ui;

import io.countersign.mail.sync.FollowedSource;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One followed mailbox: where it is, what it holds, what is wrong with it, and the way out. */
final class MailboxRow extends HBox {
    private final Button stop;

    MailboxRow(FollowedSource source, MailboxWords words, Runnable onStop) {
        getStyleClass().add("setting");
        var path = new Label(MailboxWords.path(source));
        path.getStyleClass().add("mailbox-path");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setTooltip(new Tooltip(MailboxWords.path(source)));
        path.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        path.setMinWidth(0);
        var text = new VBox(path, wrapped(words.facts(source), "muted"));
        if (source.trouble().isPresent()) {
            text.getChildren().add(wrapped(words.trouble(source), "warn"));
        }
        text.setMinWidth(0);
        text.getStyleClass().add("mailbox-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        stop = new Button(words.get("settings.mailboxes.stop"));
        stop.getStyleClass().add("mailbox-stop");
        stop.setAccessibleText(words.stopSpoken(source));
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> onStop.run());
        getChildren().setAll(text, stop);
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll(style, "small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    Button stop() {
        return stop;
    }
}
