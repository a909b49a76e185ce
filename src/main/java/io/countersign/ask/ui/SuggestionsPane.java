package io.countersign.ask.ui;

import io.countersign.ask.Answer;
import io.countersign.ask.Answer.Suggestion;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an answer would do; it is done to no mail before the person says so, twice: here, and in the approvals. */
final class SuggestionsPane extends VBox {
    private static final int REASONS = 4;

    private final AskViewModel model;
    private final AskWords words;
    private final Exchange exchange;
    private final Answer answer;
    private final FlowPane foot = new FlowPane();

    SuggestionsPane(AskViewModel model, AskWords words, Exchange exchange, Answer answer) {
        this.model = model;
        this.words = words;
        this.exchange = exchange;
        this.answer = answer;
        getStyleClass().add("suggestions");
        foot.getStyleClass().add("chips");
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().add(new SectionLabel(words.get("ask.suggestions")));
        words.suggestions(answer).forEach(this::group);
        getChildren().add(foot);
        exchange.proposedProperty().subscribe(this::show);
    }

    private void group(String action, List<Suggestion> suggestions) {
        var title = wrapped(words.get("ask.suggestion", action, words.number(suggestions.size())));
        title.getStyleClass().add("strong");
        getChildren().add(title);
        var reasons = suggestions.stream()
                .filter(one -> !one.reason().isBlank())
                .collect(Collectors.groupingBy(
                        one -> OneLine.of(one.reason()), java.util.LinkedHashMap::new, Collectors.counting()));
        reasons.entrySet().stream().limit(REASONS).forEach(this::reason);
    }

    private void reason(Map.Entry<String, Long> reason) {
        var icon = new FontIcon("mdi2c-chevron-right");
        icon.getStyleClass().add("icon-small");
        var text = wrapped(
                reason.getValue() == 1
                        ? reason.getKey()
                        : words.get("ask.suggestion.reason", reason.getKey(), words.number(reason.getValue())));
        text.getStyleClass().add("muted");
        var line = new HBox(icon, text);
        line.getStyleClass().add("clause");
        getChildren().add(line);
    }

    private void show(OptionalInt proposed) {
        if (proposed.isEmpty()) {
            int count = answer.suggestions().size();
            var propose = new Button(words.get("ask.propose", count, words.number(count)));
            propose.setId("ask-propose");
            propose.getStyleClass().add("act");
            propose.setMinWidth(USE_PREF_SIZE);
            propose.setOnAction(_ -> {
                propose.setDisable(true);
                model.propose(exchange, answer);
            });
            foot.getChildren().setAll(propose);
            return;
        }
        int count = proposed.getAsInt();
        var said = wrapped(
                count == 0
                        ? words.get("search.proposed.none")
                        : words.get("search.proposed", count, words.number(count)));
        said.getStyleClass().add("ok");
        var go = new Button(words.get("ask.to.approvals"));
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> model.showApprovals());
        foot.getChildren().setAll(said, go);
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
