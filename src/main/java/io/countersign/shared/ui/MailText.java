package io.countersign.shared.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The text of a mail, read safely: plain, nothing fetched, nothing to click but "show all". */
public final class MailText extends VBox {
    private final Texts texts;
    private final Formats formats;

    /** Empty until {@link #show}. */
    public MailText(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("mail-text");
    }

    /** Shows the first page, and a button for the rest where there is more. */
    public void show(MailBody body) {
        getChildren().clear();
        showPage(body.pages().getFirst());
        if (body.hidden() > 0) {
            var all = new Button(texts.get("mailtext.show.all", formats.number(body.hidden())));
            all.setOnAction(_ -> {
                getChildren().remove(all);
                showRest(body);
            });
            getChildren().add(all);
        }
    }

    private void showPage(MailBody.Page page) {
        getChildren().add(page.parts().isEmpty() ? aside("mailtext.empty") : selectable(page));
    }

    private void showRest(MailBody body) {
        body.pages().stream().skip(1).map(this::selectable).forEach(getChildren()::add);
        if (body.cut()) {
            getChildren().add(aside("mailtext.cut"));
        }
    }

    private Label aside(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private SelectableText selectable(MailBody.Page page) {
        return new SelectableText(page, texts.get("mailtext.copy"), texts.get("mailtext.select.all"));
    }
}
