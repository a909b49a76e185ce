package io.countersign.ask.ui;

import io.countersign.ask.Answer.Citation;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The mails that an answer rests on, by number. */
final class SourcesPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int SHOWN = 6;
    // At most so much of the width, so that long names leave room for what the mail is about.
    private static final double ABOUT = 0.45;

    private final AskViewModel model;
    private final AskWords words;

    SourcesPane(AskViewModel model, AskWords words, List<Citation> citations) {
        this.model = model;
        this.words = words;
        getStyleClass().add("sources");
        getChildren().add(new SectionLabel(words.get("ask.sources")));
        show(citations, SHOWN);
        model.mail()
                .mailProperty()
                .subscribe(mail -> mark(mail.map(message -> message.id()).orElse(-1L)));
    }

    private void show(List<Citation> citations, int most) {
        for (int i = 0; i < Math.min(most, citations.size()); i++) {
            getChildren().add(line(i + 1, citations.get(i)));
        }
        if (citations.size() > most) {
            var more = new Button(words.get("ask.sources.more", words.number(citations.size() - most)));
            more.getStyleClass().add("quiet");
            more.setOnAction(_ -> {
                getChildren().remove(1, getChildren().size());
                show(citations, citations.size());
                getChildren().get(most + 1).requestFocus();
            });
            getChildren().add(more);
        }
    }

    private Button line(int number, Citation citation) {
        var mark = new Label(words.number(number));
        mark.getStyleClass().add("citation");
        mark.setMinWidth(USE_PREF_SIZE);
        var subject = new Label(words.subject(citation));
        subject.setMinWidth(0);
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        var about = new Label(words.about(citation));
        about.getStyleClass().addAll("muted", "small");
        var parts = new HBox(mark, subject, about);
        parts.getStyleClass().add("source-parts");
        var line = new Button(null, parts);
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.getStyleClass().setAll("mail-line", "source");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        parts.prefWidthProperty().bind(line.widthProperty().subtract(24));
        about.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(about.prefWidth(-1), ABOUT * line.getWidth()),
                        line.widthProperty(),
                        about.fontProperty()));
        line.setUserData(citation.messageId());
        line.setAccessibleText(words.spoken(number, citation));
        line.setOnAction(_ -> model.mail().show(citation.messageId()));
        return line;
    }

    private void mark(long messageId) {
        getChildren()
                .forEach(line -> line.pseudoClassStateChanged(
                        CURRENT, line.getUserData() instanceof Long id && id == messageId));
    }
}
