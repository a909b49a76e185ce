package io.countersign.approval.ui;

import io.countersign.mail.ParsedMail;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.MailText;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The text of a mail and what is attached to it, of which nothing is opened. */
final class MessagePane extends VBox {
    private static final int NAMED = 12;

    private final ApprovalWords words;

    MessagePane(ApprovalWords words) {
        this.words = words;
        getStyleClass().add("message");
    }

    void clear() {
        getChildren().clear();
    }

    void show(ProposalDetail detail) {
        var text = new MailText(words.texts(), words.formats());
        text.show(detail.body());
        getChildren().setAll(text);
        var chips = chips(detail);
        if (!chips.getChildren().isEmpty()) {
            getChildren().add(chips);
        }
    }

    private FlowPane chips(ProposalDetail detail) {
        var chips = new FlowPane();
        chips.getStyleClass().add("chips");
        if (detail.remotePictures()) {
            chips.getChildren().add(chip(words.texts().get("approvals.pictures.not.loaded")));
        }
        detail.attachments().stream()
                .limit(NAMED)
                .forEach(file -> chips.getChildren().add(attachment(file)));
        int more = detail.attachments().size() - NAMED;
        if (more > 0) {
            chips.getChildren().add(chip(words.texts().get("approvals.attachments.more", more)));
        }
        return chips;
    }

    private Label attachment(ParsedMail.Attachment file) {
        var name = OneLine.of(file.name());
        var shown = name.isEmpty() ? words.texts().get("approvals.attachment.unnamed") : name;
        var chip = chip(shown.length() > 40 ? shown.substring(0, 38) + "…" : shown);
        long kilobytes = Math.max(1, file.size() / 1024);
        chip.setTooltip(new Tooltip(words.texts()
                .get(
                        "approvals.attachment",
                        shown,
                        OneLine.of(file.mediaType()),
                        words.formats().number(kilobytes))));
        return chip;
    }

    private static Label chip(String text) {
        var chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
