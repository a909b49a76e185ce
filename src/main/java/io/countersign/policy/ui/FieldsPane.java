package io.countersign.policy.ui;

import io.countersign.policy.ActionEffect;
import io.countersign.shared.CountersignException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a policy does, why, and how sure of itself it begins. */
final class FieldsPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double WIDEST = 10_000;

    private final EditorViewModel model;
    private final PolicyWords words;
    private final ChoiceButton<String> action;
    private final FlowPane does = new FlowPane();
    private final Node actionField;
    private final Node thresholdField;
    private final Map<String, TextField> params = new HashMap<>();
    private final Map<String, Node> paramFields = new HashMap<>();
    private final TextField reason = new TextField();
    private final Slider threshold = new Slider(0, 1, 0.7);
    private final Label sure = new Label();
    private final CheckBox includeProtected = new CheckBox();
    private final Label problem = new Label();
    private boolean showing;

    FieldsPane(EditorViewModel model, PolicyWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("policy-fields");
        action = new ChoiceButton<>(words.get("policies.action"), words::action);
        action.setId("policy-action");
        action.offer(ActionDraft::ids);
        action.onChosen(model::setAction);
        actionField = field("policies.action", action);
        does.getStyleClass().add("field-row");
        does.setPrefWrapLength(WIDEST);
        prepareReason();
        prepareThreshold();
        includeProtected.setText(words.get("policies.include.protected"));
        includeProtected.setId("include-protected");
        includeProtected.setWrapText(true);
        includeProtected.setMinHeight(USE_PREF_SIZE);
        includeProtected.selectedProperty().subscribe((_, is) -> typed(() -> model.setIncludeProtected(is)));
        includeProtected.managedProperty().bind(includeProtected.visibleProperty());
        problem.getStyleClass().addAll("bad", "small");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        var why = field("policies.reason", reason);
        thresholdField = field("policies.threshold", new HBox(10, threshold, sure));
        getChildren().addAll(does, problem, why, includeProtected);
        model.draftProperty().subscribe(draft -> draft.ifPresent(this::show));
        model.analysisProperty().subscribe(this::say);
    }

    private void prepareReason() {
        reason.setId("policy-reason");
        reason.setPromptText(words.get("policies.reason.prompt"));
        reason.textProperty().subscribe((_, text) -> typed(() -> model.setReason(text)));
    }

    private void prepareThreshold() {
        threshold.setId("policy-threshold");
        threshold.setBlockIncrement(0.05);
        threshold.getStyleClass().add("threshold");
        threshold.setAccessibleText(words.get("policies.threshold"));
        threshold.valueProperty().subscribe(value -> {
            double whole = Math.round(100 * value.doubleValue()) / 100.0;
            sure.setText(words.formats().percent(whole));
            typed(() -> model.setThreshold(whole));
        });
        sure.getStyleClass().add("num");
        sure.setMinWidth(USE_PREF_SIZE);
    }

    private void show(EditorDraft draft) {
        showing = true;
        action.show(draft.action().id());
        var names = draft.action().names();
        var wanted = new ArrayList<Node>();
        wanted.add(actionField);
        names.forEach(name -> wanted.add(paramFields.computeIfAbsent(name, this::param)));
        wanted.add(thresholdField);
        if (!does.getChildren().equals(wanted)) {
            does.getChildren().setAll(wanted);
        }
        names.forEach(name -> set(params.get(name), draft.action().param(name)));
        set(reason, draft.reason());
        if (Math.abs(threshold.getValue() - draft.threshold()) > 0.004) {
            threshold.setValue(draft.threshold());
        }
        includeProtected.setSelected(draft.includeProtected());
        includeProtected.setVisible(draft.includeProtected() || takesAway(draft.action()));
        showing = false;
    }

    private static boolean takesAway(ActionDraft draft) {
        try {
            return ActionEffect.takesAway(draft.action());
        } catch (CountersignException.Invalid _) {
            return false;
        }
    }

    private void say(Optional<Analysis> seen) {
        var findings = seen.map(Analysis::findings).orElse(List.of()).stream()
                .filter(finding -> finding.line() == 0 && !finding.path().equals(Analysis.NAME))
                .toList();
        params.forEach((name, field) -> wrong(
                field, findings.stream().anyMatch(finding -> finding.path().endsWith("params." + name))));
        wrong(reason, findings.stream().anyMatch(finding -> finding.path().equals("reason")));
        problem.setText(findings.isEmpty() ? "" : words.said(findings.getFirst().message()));
        problem.setVisible(!findings.isEmpty());
    }

    private static void wrong(Control field, boolean is) {
        field.pseudoClassStateChanged(WRONG, is);
    }

    private Node param(String name) {
        var text = new TextField();
        text.setId("param-" + name);
        text.getStyleClass().add(name.equals(ActionDraft.DUE_IN_DAYS) ? "days-field" : "param-field");
        text.textProperty().subscribe((_, typed) -> typed(() -> model.setParam(name, typed)));
        params.put(name, text);
        var key = "policies.param." + name;
        if (words.texts().has(key + ".prompt")) {
            text.setPromptText(words.get(key + ".prompt"));
        }
        return field(key, text);
    }

    private Node field(String key, Node content) {
        var name = new Label(words.get(key));
        name.getStyleClass().addAll("muted", "small");
        name.setMinWidth(USE_PREF_SIZE);
        if (content instanceof Control control) {
            name.setLabelFor(control);
            if (!(control instanceof ChoiceButton<?>)) {
                control.setAccessibleText(name.getText());
            }
        }
        var both = new VBox(name, content);
        both.getStyleClass().add("field");
        return both;
    }

    private void typed(Runnable change) {
        if (!showing) {
            change.run();
        }
    }

    private static void set(@Nullable TextField field, String text) {
        if (field != null && !field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
