package io.countersign.money.ui;

import io.countersign.mail.Message;
import io.countersign.money.Statement;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.MailText;
import io.countersign.shared.ui.SectionLabel;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The mails behind a receipt, and the text of the one that is open. */
final class MailsPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ReceiptsViewModel model;
    private final MoneyWords words;
    private final SectionLabel title = new SectionLabel();
    private final VBox list = new VBox();
    private final MailText text;
    private final Label note = new Label();

    MailsPane(ReceiptsViewModel model, MoneyWords words) {
        this.model = model;
        this.words = words;
        text = new MailText(words.texts(), words.formats());
        getStyleClass().add("mails");
        list.getStyleClass().add("mail-list");
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.managedProperty().bind(note.visibleProperty());
        text.managedProperty().bind(text.visibleProperty());
        getChildren().addAll(title, list, note, text);
        model.mailProperty().subscribe(this::show);
    }

    /** Lists the mails of a row. */
    void show(ReceiptRow row) {
        var mails = row.statements().stream()
                .collect(java.util.stream.Collectors.toMap(
                        s -> s.message().id(), s -> s, (first, _) -> first, java.util.LinkedHashMap::new));
        title.setText(words.get("money.mails", mails.size()));
        list.getChildren().setAll(mails.values().stream().map(this::line).toList());
        show(model.mailProperty().get());
    }

    private Button line(Statement statement) {
        var subject = new Label(words.subject(statement));
        subject.getStyleClass().add("strong");
        subject.setMinWidth(0);
        var from = new Label(words.mail(statement));
        from.getStyleClass().addAll("muted", "small");
        from.setMinWidth(0);
        var both = new VBox(subject, from);
        var line = new Button(null, both);
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.getStyleClass().setAll("mail-line");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        both.prefWidthProperty().bind(line.widthProperty().subtract(24));
        line.setAccessibleText(subject.getText() + ", " + from.getText());
        line.setUserData(statement.message());
        line.setOnAction(_ -> model.open(statement.message().id()));
        return line;
    }

    private void show(MailState state) {
        note.setVisible(state instanceof MailState.Failed);
        text.setVisible(state instanceof MailState.Ready);
        switch (state) {
            case MailState.None _ -> mark(-1);
            case MailState.Reading(var id) -> mark(id);
            case MailState.Failed(var id, var reason) -> {
                mark(id);
                note.setText(reason);
            }
            case MailState.Ready(var id, var body) -> {
                mark(id);
                text.show(body);
            }
        }
    }

    private void mark(long messageId) {
        for (var line : list.getChildren()) {
            line.pseudoClassStateChanged(
                    CURRENT, line.getUserData() instanceof Message message && message.id() == messageId);
        }
    }
}
