package io.countersign.approval.ui;

import io.countersign.mail.ParsedMail;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The text of a mail, read safely: plain, nothing fetched, nothing to click but "show all". */
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
        getChildren().clear();
        var body = detail.body();
        showPage(body.pages().getFirst());
        if (body.hidden() > 0) {
            var all = new Button(
                    words.texts().get("approvals.show.all", words.formats().number(body.hidden())));
            all.setOnAction(_ -> {
                getChildren().remove(all);
                showRest(body);
            });
            getChildren().add(all);
        }
        var chips = chips(detail);
        if (!chips.getChildren().isEmpty()) {
            getChildren().add(chips);
        }
    }

    private void showPage(MailBody.Page page) {
        if (page.parts().isEmpty()) {
            var empty = new Label(words.texts().get("approvals.body.empty"));
            empty.getStyleClass().add("muted");
            empty.setWrapText(true);
            getChildren().add(empty);
        } else {
            getChildren().add(selectable(page));
        }
    }

    private void showRest(MailBody body) {
        int place = 1;
        for (var page : body.pages().subList(1, body.pages().size())) {
            getChildren().add(place++, selectable(page));
        }
        if (body.cut()) {
            var cut = new Label(words.texts().get("approvals.body.cut"));
            cut.getStyleClass().add("muted");
            cut.setWrapText(true);
            getChildren().add(place, cut);
        }
    }

    private SelectableText selectable(MailBody.Page page) {
        return new SelectableText(
                page, words.texts().get("approvals.copy"), words.texts().get("approvals.select.all"));
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
