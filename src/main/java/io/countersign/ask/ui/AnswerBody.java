package io.countersign.ask.ui;

import io.countersign.ask.Answer.Citation;
import io.countersign.ask.ui.AnswerText.Line;
import io.countersign.ask.ui.AnswerText.Part;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The words of an answer; its marks are buttons. */
final class AnswerBody extends VBox {
    private final AskWords words;
    private final IntConsumer onCitation;

    /** {@code onCitation} is told the number of the citation that is to be opened. */
    AnswerBody(AskWords words, IntConsumer onCitation) {
        this.words = words;
        this.onCitation = onCitation;
        getStyleClass().add("answer-body");
        setMinHeight(USE_PREF_SIZE);
    }

    void show(AnswerText text, List<Citation> citations) {
        getChildren()
                .setAll(text.lines().stream().map(line -> line(line, citations)).toList());
    }

    private Node line(Line line, List<Citation> citations) {
        var flow = new TextFlow();
        flow.getStyleClass().add("answer-line");
        flow.setMinHeight(USE_PREF_SIZE);
        line.parts().forEach(part -> flow.getChildren().add(part(part, citations)));
        flow.setAccessibleText(line.parts().stream()
                .map(part -> part instanceof Part.Words words ? words.text() : "")
                .collect(Collectors.joining()));
        if (!line.bullet()) {
            return flow;
        }
        var dot = new Label("•");
        dot.getStyleClass().add("muted");
        dot.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(flow, Priority.ALWAYS);
        flow.setMinWidth(0);
        var entry = new HBox(dot, flow);
        entry.getStyleClass().add("answer-entry");
        return entry;
    }

    private Node part(Part part, List<Citation> citations) {
        return switch (part) {
            case Part.Words(var text, boolean unsupported) -> {
                var node = new Text(text);
                node.getStyleClass().add(unsupported ? "unsupported" : "supported");
                node.setUnderline(unsupported);
                if (unsupported) {
                    Tooltip.install(node, new Tooltip(words.get("ask.unsupported.help")));
                }
                yield node;
            }
            case Part.Cite(int number) -> mark(number, citations.get(number - 1));
        };
    }

    private Button mark(int number, Citation citation) {
        var mark = new Button(words.number(number));
        mark.getStyleClass().setAll("citation");
        mark.setMinWidth(USE_PREF_SIZE);
        mark.setAccessibleText(words.spoken(number, citation));
        mark.setTooltip(new Tooltip(words.subject(citation) + "\n" + words.about(citation)));
        mark.setOnAction(_ -> onCitation.accept(number));
        return mark;
    }
}
