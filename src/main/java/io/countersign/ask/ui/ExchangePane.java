package io.countersign.ask.ui;

import io.countersign.ask.Answer;
import io.countersign.ask.ui.Exchange.State;
import io.countersign.shared.text.OneLine;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A question and its answer, with how sure it is, its mails and what it suggests. */
final class ExchangePane extends VBox {
    private final AskViewModel model;
    private final AskWords words;
    private final Exchange exchange;
    private final Label certainty = new Label();
    private final HBox head;
    private final AnswerBody body;
    private final VBox below = new VBox();
    private final Label waiting = new Label();
    private List<Answer.Citation> citations = List.of();

    ExchangePane(AskViewModel model, AskWords words, Exchange exchange) {
        this.model = model;
        this.words = words;
        this.exchange = exchange;
        getStyleClass().addAll("card", "exchange");
        setMinHeight(USE_PREF_SIZE);
        body = new AnswerBody(
                words, number -> model.mail().show(citations.get(number - 1).messageId()));
        var question = new Label(OneLine.of(exchange.question().text()));
        question.getStyleClass().addAll("subtitle", "asked-question");
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        certainty.getStyleClass().add("chip");
        certainty.setMinWidth(USE_PREF_SIZE);
        head = new HBox(question);
        head.getStyleClass().add("exchange-head");
        head.setMinHeight(USE_PREF_SIZE);
        below.getStyleClass().add("exchange-below");
        getChildren().addAll(head, body, below);
        exchange.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Asking(var text) -> asking(text);
            case State.Answered(var answer) -> answered(answer);
            case State.Stopped(var text) -> over(text, words.get(text.isBlank() ? "ask.stopped.empty" : "ask.stopped"));
            case State.Failed(var text, var reason) -> over(text, reason);
        }
    }

    private void asking(String text) {
        body.show(AnswerText.of(text, 0, List.of()), List.of());
        waiting.setText(words.get(text.isEmpty() ? "ask.answering" : "ask.writing"));
        if (below.getChildren().isEmpty()) {
            var wait = new ProgressIndicator();
            wait.getStyleClass().add("wait");
            waiting.getStyleClass().add("muted");
            var line = new HBox(wait, waiting);
            line.getStyleClass().add("exchange-wait");
            below.getChildren().setAll(line);
        }
    }

    private void over(String text, String why) {
        body.show(AnswerText.of(text, 0, List.of()), List.of());
        var note = note(why);
        below.getChildren().setAll(note);
        var again = new Button(words.get("ask.again"));
        again.setOnAction(
                _ -> model.ask(exchange.question().text(), exchange.question().mode()));
        below.getChildren().add(again);
    }

    private void answered(Answer answer) {
        citations = answer.citations();
        body.show(AnswerText.of(answer.text(), citations.size(), answer.unsupported()), citations);
        certainty.setText(words.certainty(answer.certainty()));
        certainty.setTooltip(new Tooltip(words.certaintyHelp(answer.certainty())));
        certainty.setAccessibleHelp(words.certaintyHelp(answer.certainty()));
        var tone = AskWords.tone(answer.certainty());
        if (!tone.isEmpty()) {
            certainty.getStyleClass().add(tone);
        }
        head.getChildren().addAll(certainty, copy(answer));
        below.getChildren().clear();
        if (!answer.unsupported().isEmpty()) {
            below.getChildren().add(doubts(answer));
        }
        if (!citations.isEmpty()) {
            below.getChildren().add(new SourcesPane(model, words, citations));
        }
        if (!answer.suggestions().isEmpty()) {
            below.getChildren().add(new SuggestionsPane(model, words, exchange, answer));
        }
    }

    /** Says what the underlined sentences are, and names those that do not stand in the text word by word. */
    private HBox doubts(Answer answer) {
        var icon = new FontIcon("mdi2a-alert-outline");
        icon.getStyleClass().add("warn");
        var lines = new VBox(note(words.get(
                "ask.unsupported",
                answer.unsupported().size(),
                words.number(answer.unsupported().size()))));
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        AnswerText.unplaced(answer.text(), answer.unsupported())
                .forEach(sentence -> lines.getChildren().add(note("“" + OneLine.of(sentence) + "”")));
        var line = new HBox(icon, lines);
        line.getStyleClass().add("doubts");
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private Button copy(Answer answer) {
        var copy = new Button(null, new FontIcon("mdi2c-content-copy"));
        copy.getStyleClass().addAll("icon-button", "copy");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(words.get("ask.copy"));
        copy.setTooltip(new Tooltip(words.get("ask.copy")));
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(words.copied(answer));
            Clipboard.getSystemClipboard().setContent(content);
            model.copied();
        });
        return copy;
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }
}
