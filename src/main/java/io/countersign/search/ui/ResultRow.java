package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Snippet;
import io.countersign.shared.ui.Monogram;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A mail that was found: who, about what, where the words stand in it, when, and what kind of mail it is. */
final class ResultRow extends HBox {
    private final Monogram monogram = new Monogram();
    private final Label sender = new Label();
    private final Label similar = new Label();
    private final Label category = new Label();
    private final Label date = new Label();
    private final MarkedLine subject = new MarkedLine("subject");
    private final MarkedLine snippet = new MarkedLine("aside");
    private final SearchWords words;

    ResultRow(SearchWords words) {
        this.words = words;
        getStyleClass().add("result-row");
        sender.getStyleClass().add("strong");
        sender.setMinWidth(0);
        sender.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sender, Priority.ALWAYS);
        similar.setText(words.get("search.similar"));
        similar.getStyleClass().addAll("chip", "accent");
        similar.managedProperty().bind(similar.visibleProperty());
        category.getStyleClass().add("chip");
        date.getStyleClass().addAll("muted", "small", "result-date");
        for (var label : List.of(similar, category, date)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        var first = new HBox(sender, similar, category, date);
        first.getStyleClass().add("result-first");
        first.setAlignment(Pos.CENTER_LEFT);
        var text = new VBox(first, subject, snippet);
        text.getStyleClass().add("result-text");
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(monogram, text);
    }

    /** Shows a hit, or a mail of about the same meaning; its first words until it is known where the query's stand. */
    void show(Hit hit, Optional<Snippet> found, boolean meansTheSame) {
        var mail = hit.mail();
        var from = mail.envelope().from();
        monogram.show(from.name(), from.email());
        sender.setText(words.sender(mail));
        similar.setVisible(meansTheSame);
        category.setText(words.category(mail));
        date.setText(words.formats().date(mail.envelope().receivedAt()));
        subject.show(
                mail.envelope().subject().isBlank()
                        ? words.subject(mail)
                        : mail.envelope().subject(),
                found.map(Snippet::subjectMarks).orElse(List.of()));
        snippet.show(
                found.map(Snippet::text)
                        .filter(text -> !text.isBlank())
                        .orElse(mail.envelope().preview()),
                found.map(Snippet::marks).orElse(List.of()));
    }

    /** What a screen reader says of it. */
    String spoken(Hit hit) {
        return words.get(
                "search.row.spoken",
                words.sender(hit.mail()),
                words.subject(hit.mail()),
                words.category(hit.mail()),
                words.formats().date(hit.mail().envelope().receivedAt()));
    }
}
