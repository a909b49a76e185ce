package io.countersign.policy.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The condition as JSON, with its lines numbered and marked where something is wrong or odd. */
final class JsonPane extends VBox {
    private static final int MOST_LISTED = 6;

    private final PolicyWords words;
    private final TextArea text = new TextArea();
    private final JsonGutter gutter = new JsonGutter(text);
    private final VBox problems = new VBox();
    private boolean showing;

    JsonPane(EditorViewModel model, PolicyWords words) {
        this.words = words;
        getStyleClass().add("json");
        setMinWidth(0);
        text.setId("condition-json");
        text.getStyleClass().addAll("mono", "json-text");
        text.setAccessibleText(words.get("policies.json"));
        text.setWrapText(false);
        text.setPrefRowCount(8);
        text.setMinWidth(0);
        text.setTextFormatter(new TextFormatter<>(JsonPane::bounded));
        text.textProperty().subscribe((_, typed) -> {
            gutter.number(typed);
            if (!showing) {
                model.setJson(typed);
            }
        });
        problems.getStyleClass().add("json-problems");
        problems.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(problems.getChildren()));
        problems.managedProperty().bind(problems.visibleProperty());
        var both = new Beside();
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(both, problems);
        model.draftProperty().subscribe(this::show);
        model.analysisProperty().subscribe(this::say);
    }

    /** What would make the text longer than is ever read does not happen. */
    private static TextFormatter.Change bounded(TextFormatter.Change change) {
        if (change.getControlNewText().length() > ConditionReading.LONGEST) {
            change.setText("");
            change.setRange(change.getRangeStart(), change.getRangeStart());
        }
        return change;
    }

    private void show(Optional<EditorDraft> draft) {
        var wanted = draft.map(EditorDraft::json).orElse("");
        if (!wanted.equals(text.getText())) {
            showing = true;
            text.setText(wanted);
            showing = false;
        }
    }

    private void say(Optional<Analysis> seen) {
        var findings = seen.map(analysis -> analysis.findings().stream()
                        .filter(finding -> finding.line() > 0)
                        .sorted(Comparator.comparingInt(Finding::line))
                        .toList())
                .orElse(List.of());
        gutter.mark(findings);
        problems.getChildren()
                .setAll(findings.stream().limit(MOST_LISTED).map(this::problem).toList());
    }

    private Button problem(Finding finding) {
        var line = new Button(
                words.get("policies.json.line", words.formats().number(finding.line()), words.said(finding.message())));
        line.getStyleClass().setAll("mail-line", "json-problem", ClauseRow.FindingLine.tone(finding.severity()));
        line.setWrapText(true);
        line.setMnemonicParsing(false);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinHeight(USE_PREF_SIZE);
        line.setOnAction(_ -> select(finding.line()));
        return line;
    }

    private void select(int line) {
        var content = text.getText();
        int from = 0;
        for (int i = 1; i < line && from >= 0; i++) {
            from = content.indexOf('\n', from) + 1;
        }
        int end = content.indexOf('\n', from);
        text.requestFocus();
        text.selectRange(end < 0 ? content.length() : end, from);
    }

    /** The gutter as wide as its numbers, the text in the rest. */
    private final class Beside extends Region {
        Beside() {
            getStyleClass().add("json-both");
            getChildren().addAll(text, gutter);
            setMinSize(0, 0);
        }

        @Override
        protected double computePrefHeight(double width) {
            return text.prefHeight(-1);
        }

        @Override
        protected double computeMinHeight(double width) {
            return 9 * gutter.lineHeight();
        }

        @Override
        protected double computePrefWidth(double height) {
            return 10 * gutter.lineHeight();
        }

        @Override
        protected void layoutChildren() {
            double width = gutter.wanted();
            gutter.resizeRelocate(0, 0, width, getHeight());
            text.resizeRelocate(width, 0, Math.max(0, getWidth() - width), getHeight());
        }
    }
}
