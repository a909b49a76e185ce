package io.countersign.insight.ui;

import io.countersign.mail.Message;
import io.countersign.shared.ui.Monogram;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A mail behind a number: who wrote it, about what, and when. */
final class DrillCell extends ListCell<Message> {
    private final InsightWords words;
    private final Monogram monogram = new Monogram();
    private final Label sender = new Label();
    private final Label subject = new Label();
    private final Label date = new Label();
    private final HBox row;

    DrillCell(DrillViewModel model, InsightWords words) {
        this.words = words;
        sender.getStyleClass().add("strong");
        sender.setMinWidth(0);
        subject.getStyleClass().add("muted");
        subject.setMinWidth(0);
        date.getStyleClass().addAll("muted", "small");
        date.setMinWidth(USE_PREF_SIZE);
        monogram.setMinWidth(USE_PREF_SIZE);
        var both = new VBox(sender, subject);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        row = new HBox(monogram, both, date);
        row.getStyleClass().add("drill-row");
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                model.openMail(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Message mail, boolean empty) {
        super.updateItem(mail, empty);
        if (empty || mail == null) {
            setGraphic(null);
            return;
        }
        monogram.show(mail.envelope().from().name(), mail.envelope().from().email());
        sender.setText(words.sender(mail));
        subject.setText(words.subject(mail));
        date.setText(words.formats().date(mail.envelope().receivedAt()));
        setGraphic(row);
        setAccessibleText(sender.getText() + ", " + subject.getText() + ", " + date.getText());
    }
}
