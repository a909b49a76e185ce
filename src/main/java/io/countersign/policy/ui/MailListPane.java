package io.countersign.policy.ui;

import io.countersign.mail.Message;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.MailText;
import io.countersign.shared.ui.Monogram;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Mails, one a line; the one that is opened is read below its line, as safe text. */
final class MailListPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final MailsViewModel model;
    private final PolicyWords words;
    private final List<Line> lines = new ArrayList<>();
    private final VBox reading = new VBox();
    private final Label note = new Label();
    private final MailText text;
    private int shown;

    MailListPane(MailsViewModel model, PolicyWords words) {
        this.model = model;
        this.words = words;
        text = new MailText(words.texts(), words.formats());
        getStyleClass().addAll("mail-list", "policy-mails");
        reading.getStyleClass().add("open-mail");
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        model.mailsProperty().subscribe(this::list);
        model.openProperty().subscribe(this::read);
    }

    /** Lines are kept and filled anew: while a person types, other mails come and go all the time. */
    private void list(List<Message> mails) {
        while (lines.size() < mails.size()) {
            lines.add(new Line());
        }
        for (int i = 0; i < mails.size(); i++) {
            lines.get(i).show(mails.get(i));
        }
        shown = mails.size();
        place(model.openProperty().get());
    }

    private void read(MailState state) {
        switch (state) {
            case MailState.None _ -> {}
            case MailState.Reading _ -> say(words.get("policies.mail.opening"));
            case MailState.Failed(var _, var reason) -> say(reason);
            case MailState.Ready(var _, var body) -> {
                text.show(body);
                reading.getChildren().setAll(text);
            }
        }
        place(state);
    }

    private void say(String sentence) {
        note.setText(sentence);
        reading.getChildren().setAll(note);
    }

    private void place(MailState state) {
        long open =
                switch (state) {
                    case MailState.None _ -> -1;
                    case MailState.Reading(var id) -> id;
                    case MailState.Ready(var id, var _) -> id;
                    case MailState.Failed(var id, var _) -> id;
                };
        var wanted = new ArrayList<Node>();
        for (var line : lines.subList(0, shown)) {
            wanted.add(line);
            line.pseudoClassStateChanged(CURRENT, line.id == open);
            if (line.id == open) {
                wanted.add(reading);
            }
        }
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }

    /** Whose mail, what it is about, and from when. */
    private final class Line extends Button {
        private final Monogram monogram = new Monogram();
        private final Label sender = new Label();
        private final Label subject = new Label();
        private final Label date = new Label();
        private long id;

        Line() {
            sender.getStyleClass().add("strong");
            subject.getStyleClass().add("muted");
            date.getStyleClass().addAll("muted", "small");
            date.setMinWidth(USE_PREF_SIZE);
            sender.setMinWidth(0);
            subject.setMinWidth(0);
            sender.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(sender, Priority.ALWAYS);
            var first = new HBox(sender, date);
            first.getStyleClass().add("mail-first");
            var both = new VBox(first, subject);
            both.setMinWidth(0);
            HBox.setHgrow(both, Priority.ALWAYS);
            var content = new HBox(monogram, both);
            content.getStyleClass().add("mail-content");
            content.prefWidthProperty().bind(widthProperty().subtract(20));
            setGraphic(content);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            getStyleClass().setAll("mail-line");
            setMinWidth(0);
            setMaxWidth(Double.MAX_VALUE);
            setOnAction(_ -> model.open(id));
        }

        void show(Message mail) {
            id = mail.id();
            var from = mail.envelope().from();
            var name = OneLine.of(from.display());
            monogram.show(from.name(), from.email());
            sender.setText(name.isEmpty() ? words.get("policies.mail.nobody") : name);
            var about = OneLine.of(mail.envelope().subject());
            subject.setText(about.isEmpty() ? words.get("policies.mail.no.subject") : about);
            date.setText(words.formats().date(mail.envelope().receivedAt()));
            setAccessibleText(words.get("policies.mail.spoken", sender.getText(), subject.getText(), date.getText()));
        }
    }
}
