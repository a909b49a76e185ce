package io.countersign.search.ui;

import io.countersign.mail.Message;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.MailText;
import io.countersign.shared.ui.Monogram;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A mail as safe text below who wrote it and when. */
public final class MailPane extends VBox {
    private static final int LONG_SUBJECT = 180;
    private static final int LABELS = 4;

    private final SearchWords words;
    private final Monogram monogram = new Monogram();
    private final Label subject = new Label();
    private final Label sender = new Label();
    private final FlowPane chips = new FlowPane();
    private final HBox header = new HBox();
    private final VBox above = new VBox();
    private final Label note = new Label();
    private final MailText text;
    private final ScrollPane scroll = new ScrollPane();

    /** Follows what {@code model} shows. */
    public MailPane(MailViewModel model, SearchWords words) {
        this.words = words;
        text = new MailText(words.texts(), words.formats());
        getStyleClass().addAll("card", "found-mail");
        setMinWidth(0);
        header();
        body();
        getChildren().addAll(header, scroll);
        model.mailProperty().subscribe(this::show);
        model.stateProperty().subscribe(this::show);
    }

    /** A way out of the mail that is there while {@code condition} holds. */
    public void way(String what, String icon, ObservableBooleanValue condition, Runnable action) {
        var back = new Button(null, new FontIcon(icon));
        back.setId("back");
        back.getStyleClass().add("icon-button");
        back.setAccessibleText(what);
        back.setTooltip(new Tooltip(what));
        back.setOnAction(_ -> action.run());
        back.visibleProperty().bind(condition);
        back.managedProperty().bind(back.visibleProperty());
        header.getChildren().add(icon.endsWith("close") ? header.getChildren().size() : 0, back);
    }

    /** Stands between the head and the text. */
    public void above(Node node) {
        above.getChildren().setAll(node);
    }

    /** Gives the text the keyboard. */
    public void focusText() {
        text.lookupAll(".selectable-text").stream()
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, scroll::requestFocus);
    }

    private void header() {
        header.getStyleClass().add("found-header");
        header.setMinHeight(USE_PREF_SIZE);
        monogram.getStyleClass().add("large");
        subject.setId("mail-subject");
        subject.getStyleClass().add("subtitle");
        sender.getStyleClass().add("muted");
        for (var label : new Label[] {subject, sender}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        chips.getStyleClass().add("chips");
        chips.setMinHeight(USE_PREF_SIZE);
        var title = new VBox(subject, sender, chips);
        title.getStyleClass().add("found-title");
        title.setMinWidth(0);
        title.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        header.getChildren().addAll(monogram, title);
    }

    private void body() {
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.managedProperty().bind(note.visibleProperty());
        text.managedProperty().bind(text.visibleProperty());
        var body = new VBox(above, note, text);
        body.getStyleClass().add("found-body");
        scroll.setContent(body);
        scroll.setId("mail-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setAccessibleText(words.get("search.mail.text"));
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
    }

    private void show(Optional<Message> mail) {
        header.setVisible(mail.isPresent());
        above.setVisible(mail.isPresent());
        above.setManaged(mail.isPresent() && !above.getChildren().isEmpty());
        mail.ifPresent(this::show);
    }

    private void show(Message mail) {
        var from = mail.envelope().from();
        monogram.show(from.name(), from.email());
        var whole = words.subject(mail);
        subject.setText(whole.length() > LONG_SUBJECT ? whole.substring(0, LONG_SUBJECT) + "…" : whole);
        sender.setText(withAddress(mail) + " · "
                + words.formats().dateTime(mail.envelope().receivedAt()));
        chips.getChildren().setAll(chip(words.category(mail)));
        words.stage(mail)
                .filter(stage -> !stage.equals(words.category(mail)))
                .ifPresent(stage -> chips.getChildren().add(chip(stage)));
        mail.labels().stream()
                .limit(LABELS)
                .forEach(label -> chips.getChildren().add(chip(OneLine.of(label))));
    }

    private String withAddress(Message mail) {
        var sender = words.sender(mail);
        var address = words.address(mail);
        return address.isEmpty() || sender.equals(address) ? sender : sender + " " + address;
    }

    private void show(MailState state) {
        note.setVisible(!(state instanceof MailState.Ready));
        text.setVisible(state instanceof MailState.Ready);
        switch (state) {
            case MailState.None _ -> note.setText(words.get("search.mail.none"));
            case MailState.Reading _ -> note.setText("");
            case MailState.Failed failed -> note.setText(failed.reason());
            case MailState.Ready ready -> {
                text.show(ready.body());
                scroll.setVvalue(0);
            }
        }
    }

    private static Label chip(String text) {
        var chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
