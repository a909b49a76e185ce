package io.countersign.policy.ui;

import io.countersign.policy.LintFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Numbers of lines beside a text, scrolled as it is, with marks where something is wrong or odd. */
final class JsonGutter extends Pane {
    private static final int MOST_NUMBERED = 2_000;

    private final TextArea text;
    private final Text numbers = new Text("1");
    private final Text ruler = new Text("1");
    private final Pane marks = new Pane();
    private final Rectangle clip = new Rectangle();
    private List<Finding> marked = List.of();
    private int lines = 1;

    JsonGutter(TextArea text) {
        this.text = text;
        getStyleClass().add("json-gutter");
        numbers.getStyleClass().addAll("mono", "json-numbers");
        numbers.setTextOrigin(VPos.TOP);
        numbers.fontProperty().bind(text.fontProperty());
        ruler.fontProperty().bind(text.fontProperty());
        getChildren().addAll(marks, numbers);
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMouseTransparent(true);
        text.scrollTopProperty().subscribe(_ -> place());
        text.fontProperty().subscribe(_ -> place());
        heightProperty().subscribe(_ -> place());
    }

    /** The text area gives each line whole pixels. */
    double lineHeight() {
        return Math.ceil(ruler.getLayoutBounds().getHeight());
    }

    /** As wide as its numbers. */
    double wanted() {
        return Math.ceil(numbers.getLayoutBounds().getWidth() + 1.4 * lineHeight());
    }

    /** Numbers the lines of the text. */
    void number(String content) {
        int now = 1
                + (int) content.chars()
                        .filter(c -> c == '\n')
                        .limit(MOST_NUMBERED)
                        .count();
        if (now != lines) {
            lines = now;
            var all = new StringBuilder();
            for (int i = 1; i <= now; i++) {
                all.append(i == 1 ? "" : "\n").append(i);
            }
            numbers.setText(all.toString());
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }
        mark(marked);
    }

    /** Marks the lines of these in place of others. */
    void mark(List<Finding> findings) {
        marked = findings;
        var made = new ArrayList<Region>();
        for (var finding : findings) {
            if (finding.line() <= MOST_NUMBERED) {
                var mark = new Region();
                mark.getStyleClass().addAll("json-mark", finding.severity() == Severity.ERROR ? "bad" : "warn");
                mark.setUserData(finding.line());
                made.add(mark);
            }
        }
        marks.getChildren().setAll(made);
        place();
    }

    private void place() {
        numbers.setLineSpacing(lineHeight() - ruler.getLayoutBounds().getHeight());
        double top = text.snappedTopInset() + padding() - text.getScrollTop();
        numbers.relocate(0.5 * lineHeight(), top);
        for (var mark : marks.getChildren()) {
            if (mark instanceof Region region && region.getUserData() instanceof Integer line) {
                region.resizeRelocate(0, top + (line - 1) * lineHeight(), getWidth(), lineHeight());
            }
        }
    }

    private double padding() {
        return text.lookup(".content") instanceof Region content ? content.snappedTopInset() : 0;
    }
}
