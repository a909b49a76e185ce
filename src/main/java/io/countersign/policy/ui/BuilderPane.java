package io.countersign.policy.ui;

import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import io.countersign.policy.ui.ClauseDraft.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The condition as lines to fill in, groups and their parts below one another. Lines stay where their clause stays. */
final class BuilderPane extends VBox {
    // Beyond this nobody fills in lines, and making them would take longer than a frame.
    private static final int MOST = 150;

    private final EditorViewModel model;
    private final MatchesViewModel matches;
    private final PolicyWords words;
    private final VBox lines = new VBox();
    private final FlowPane exceptions = new FlowPane();
    private final Label tooMany = new Label();
    private final VBox outOfStep = new VBox();
    private final Map<Long, ClauseRow> rows = new HashMap<>();
    private Optional<ClauseDraft> shown = Optional.empty();
    private Map<String, Long> keys = Map.of();

    BuilderPane(EditorViewModel model, MatchesViewModel matches, PolicyWords words) {
        this.model = model;
        this.matches = matches;
        this.words = words;
        getStyleClass().add("builder");
        setMinWidth(0);
        lines.getStyleClass().add("clause-rows");
        tooMany.getStyleClass().add("muted");
        tooMany.setWrapText(true);
        tooMany.setMinHeight(USE_PREF_SIZE);
        for (Node each : List.of(tooMany, outOfStep, exceptions)) {
            each.setVisible(false);
            each.managedProperty().bind(each.visibleProperty());
        }
        prepareOutOfStep();
        prepareExceptions();
        getChildren().addAll(outOfStep, lines, tooMany, exceptions);
        model.draftProperty().subscribe(this::show);
        model.analysisProperty().subscribe(this::say);
    }

    /** Gives a clause the keyboard. */
    void focus(long key) {
        Optional.ofNullable(rows.get(key)).ifPresent(ClauseRow::focusContent);
    }

    /** Gives the first clause the keyboard. */
    void focusFirst() {
        lines.getChildren().stream()
                .filter(ClauseRow.class::isInstance)
                .map(ClauseRow.class::cast)
                .findFirst()
                .ifPresent(ClauseRow::focusContent);
    }

    private void show(Optional<EditorDraft> draft) {
        boolean inStep = draft.map(EditorDraft::inStep).orElse(true);
        outOfStep.setVisible(!inStep);
        lines.setDisable(!inStep);
        exceptions.setDisable(!inStep);
        var tree = draft.map(EditorDraft::tree);
        if (!tree.equals(shown)) {
            shown = tree;
            tree.ifPresentOrElse(this::list, this::clear);
        }
    }

    private void clear() {
        rows.clear();
        lines.getChildren().clear();
        keys = Map.of();
    }

    private void list(ClauseDraft tree) {
        var placed = new ArrayList<ClauseRow>();
        var paths = new HashMap<String, Long>();
        walk(tree, 0, ConditionReading.ROOT, placed, paths);
        keys = paths;
        rows.keySet().retainAll(placed.stream().map(ClauseRow::key).toList());
        if (!lines.getChildren().equals(placed)) {
            lines.getChildren().setAll(placed);
        }
        int left = tree.size() - placed.size();
        tooMany.setText(
                left > 0 ? words.get("policies.builder.more", words.formats().number(left)) : "");
        tooMany.setVisible(left > 0);
        exceptions.setVisible(!(tree instanceof Group group && group.parts().isEmpty()));
        say(model.analysisProperty().get());
    }

    private void walk(ClauseDraft clause, int depth, String path, List<ClauseRow> placed, Map<String, Long> paths) {
        if (placed.size() >= MOST) {
            return;
        }
        paths.put(path, clause.key());
        var row = row(clause);
        row.place(depth, words.get("policies.clause.more", placed.size() + 1));
        placed.add(row);
        if (clause instanceof Group group) {
            for (int i = 0; i < group.parts().size(); i++) {
                var inner =
                        path + "." + group.kind().id() + (group.kind() == ClauseDraft.Kind.NOT ? "" : "[" + i + "]");
                walk(group.parts().get(i), depth + 1, inner, placed, paths);
            }
        }
    }

    private ClauseRow row(ClauseDraft clause) {
        var known = rows.get(clause.key());
        boolean fits =
                switch (clause) {
                    case Group _ -> known instanceof GroupRow;
                    case Leaf _ -> known instanceof LeafRow;
                    case Stored _ -> known instanceof StoredRow;
                };
        if (fits && known != null) {
            known.show(clause);
            return known;
        }
        var made =
                switch (clause) {
                    case Group group -> new GroupRow(group, model, words, this::focus);
                    case Leaf leaf -> new LeafRow(leaf, model, matches, words, this::focus);
                    case Stored stored -> new StoredRow(stored, model, words, this::focus);
                };
        rows.put(clause.key(), made);
        return made;
    }

    /** Says at each clause what is wrong or odd about it. */
    private void say(Optional<Analysis> seen) {
        var said = new HashMap<Long, List<Finding>>();
        seen.filter(analysis -> shown.equals(Optional.of(analysis.of().tree()))
                        || shown.equals(model.draftProperty().get().map(EditorDraft::tree)))
                .ifPresent(analysis -> analysis.findings().stream()
                        .filter(finding -> finding.line() > 0)
                        .forEach(finding -> key(finding.path())
                                .ifPresent(key -> said.computeIfAbsent(key, _ -> new ArrayList<>())
                                        .add(finding))));
        boolean inStep = model.draftProperty().get().map(EditorDraft::inStep).orElse(true);
        rows.forEach((key, row) -> row.say(inStep ? said.getOrDefault(key, List.of()) : List.of()));
    }

    /** The clause that a path leads to, or into. */
    private Optional<Long> key(String path) {
        var part = path;
        while (!part.isEmpty()) {
            var key = keys.get(part);
            if (key != null) {
                return Optional.of(key);
            }
            part = part.substring(0, Math.max(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('['))));
        }
        return Optional.empty();
    }

    private void prepareOutOfStep() {
        var say = new Label(words.get("policies.builder.behind"));
        say.getStyleClass().add("warn");
        say.setWrapText(true);
        say.setMinHeight(USE_PREF_SIZE);
        var drop = new Button(words.get("policies.builder.drop"));
        drop.setId("drop-json");
        drop.setOnAction(_ -> model.dropJson());
        outOfStep.getStyleClass().add("notice");
        outOfStep.getChildren().addAll(say, drop);
    }

    private void prepareExceptions() {
        exceptions.getStyleClass().addAll("chips", "exceptions");
        var except = new Label(words.get("policies.except"));
        except.getStyleClass().addAll("muted", "small");
        exceptions.getChildren().add(except);
        except("starred", Operator.EQ, "starred", "true");
        except("from", Operator.EQ, "from", "");
        except("subject", Operator.CONTAINS, "subject", "");
        except("attachment", Operator.EQ, "hasAttachment", "true");
        except("recent", Operator.LTE, "ageDays", "7");
    }

    private void except(String name, Operator operator, String field, String value) {
        var button = new Button(words.get("policies.except." + name));
        button.setId("except-" + name);
        button.getStyleClass().addAll("segment", "except");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> focus(model.except(model.drafts().leaf(operator, MessageFields.named(field), value))));
        exceptions.getChildren().add(button);
    }
}
