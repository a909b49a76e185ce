package io.countersign.policy.ui;

import io.countersign.policy.ImportPreview;
import io.countersign.policy.PolicyProblem;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a file would change, entry by entry, before anything is changed; or why nothing of it can be used. */
final class ImportPane extends VBox {
    private static final int MOST = 500;

    private final PolicyWords words;
    private final VBox list = new VBox();
    private final Label title = new Label();
    private final Label summary = new Label();
    private final Button apply = new Button();
    private final Button cancel = new Button();

    ImportPane(FilesViewModel model, PolicyWords words) {
        this.words = words;
        getStyleClass().addAll("card", "import");
        title.getStyleClass().add("subtitle");
        summary.getStyleClass().add("muted");
        for (var label : new Label[] {title, summary}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        var head = new VBox(title, summary);
        head.getStyleClass().addAll("card-body", "import-head");
        list.getStyleClass().add("import-list");
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        apply.setId("apply-import");
        apply.getStyleClass().add("act");
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(_ -> model.apply());
        cancel.setId("leave-import");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.leave());
        var buttons = new FlowPane(apply, cancel);
        buttons.getStyleClass().add("chips");
        var foot = new VBox(buttons);
        foot.getStyleClass().add("card-footer");
        getChildren().addAll(head, scroll, foot);
        model.stateProperty().subscribe(this::show);
    }

    /** Gives the way on the keyboard, else the way out. */
    void focusButtons() {
        (apply.isManaged() && !apply.isDisabled() ? apply : cancel).requestFocus();
    }

    private void show(ImportState state) {
        boolean usable = state instanceof ImportState.Previewed;
        apply.setVisible(usable);
        apply.setManaged(usable);
        cancel.setText(words.get(usable ? "dialog.cancel" : "dialog.close"));
        switch (state) {
            case ImportState.None _ -> list.getChildren().clear();
            case ImportState.Reading(var file) -> {
                title.setText(words.get("policies.import.reading.file", file));
                summary.setText("");
                list.getChildren().clear();
            }
            case ImportState.Previewed previewed -> preview(previewed);
            case ImportState.Refused(var file, var problems) -> refused(file, problems);
        }
    }

    private void preview(ImportState.Previewed previewed) {
        var entries = previewed.preview().entries();
        long added = entries.stream().filter(entry -> entry.stored().isEmpty()).count();
        long changing = previewed.changing();
        title.setText(words.get("policies.import.from", previewed.file()));
        summary.setText(words.get("policies.import.summary", added, changing - added, entries.size() - changing));
        apply.setDisable(changing == 0);
        apply.setText(
                words.get("policies.import.apply", changing, words.formats().number(changing)));
        list(entries.stream().limit(MOST).map(this::entry).toList(), entries.size());
    }

    private void refused(String file, List<PolicyProblem> problems) {
        title.setText(words.get("policies.import.refused", file));
        summary.setText(words.get("policies.import.refused.hint", problems.size()));
        list(problems.stream().limit(MOST).map(this::problem).toList(), problems.size());
    }

    private void list(List<Node> lines, int all) {
        var shown = new ArrayList<>(lines);
        if (all > lines.size()) {
            shown.add(label(words.get("policies.import.more", words.formats().number(all - lines.size())), "muted"));
        }
        list.getChildren().setAll(shown);
    }

    private Node entry(ImportPreview.Entry entry) {
        boolean isNew = entry.stored().isEmpty();
        boolean same = !isNew && entry.changed().isEmpty();
        var tone = isNew ? "ok" : same ? "" : "warn";
        var chip = new Label(words.get("policies.import." + (isNew ? "new" : same ? "same" : "changed")));
        chip.getStyleClass().addAll("chip", tone.isEmpty() ? "plain" : tone);
        chip.setMinWidth(USE_PREF_SIZE);
        var name = label(words.name(entry.imported()), "strong");
        var what = label(
                words.action(ActionDraft.of(entry.imported().action()))
                        + (entry.changed().isEmpty() ? "" : " · " + words.parts(entry.changed())),
                "muted");
        var both = new VBox(name, what);
        HBox.setHgrow(both, Priority.ALWAYS);
        var line = new HBox(both, chip);
        line.getStyleClass().add("import-line");
        return line;
    }

    private Node problem(PolicyProblem problem) {
        var where = label(where(problem.path()), "strong");
        var path = label(problem.path(), "mono");
        path.getStyleClass().addAll("small", "muted");
        path.setVisible(!problem.path().isEmpty());
        path.setManaged(path.isVisible());
        var line = new VBox(where, label(words.said(problem.message()), "bad"), path);
        line.getStyleClass().add("import-problem");
        return line;
    }

    /** The entry that a path begins with, counted from 1. */
    private String where(String path) {
        int open = path.indexOf('[');
        int close = path.indexOf(']');
        if (!path.startsWith("policies[") || close < open) {
            return words.get(path.isEmpty() ? "policies.import.file" : "policies.import.only.entry");
        }
        try {
            return words.get(
                    "policies.import.entry",
                    words.formats().number(1 + Long.parseLong(path.substring(open + 1, close))));
        } catch (NumberFormatException _) {
            return words.get("policies.import.file");
        }
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
