package io.countersign.policy.ui;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The name of the policy, whether it is saved, and what can be done with it as a whole. */
final class EditorHead extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final PoliciesViewModel screen;
    private final EditorViewModel model;
    private final PolicyWords words;
    private final TextField name = new TextField();
    private final Label state = new Label();
    private final Label problem = new Label();
    private final Label origin = new Label();
    private final Button save = new Button();
    private final Button discard = new Button();
    private final ConflictNotice conflict;
    private boolean showing;

    EditorHead(PoliciesViewModel screen, PolicyWords words) {
        this.screen = screen;
        this.model = screen.editor();
        this.words = words;
        conflict = new ConflictNotice(screen, words);
        getStyleClass().add("editor-head");
        prepareName();
        var first = new HBox(back(), name, state, menu());
        first.getStyleClass().add("editor-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        var buttons = new FlowPane(save, discard, step("undo", "mdi2u-undo"), step("redo", "mdi2r-redo"));
        buttons.getStyleClass().add("chips");
        prepareButtons();
        for (var label : List.of(problem, origin)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.managedProperty().bind(label.visibleProperty());
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
        }
        problem.getStyleClass().addAll("bad", "small");
        origin.getStyleClass().addAll("notice", "origin");
        origin.setId("origin");
        origin.textProperty().bind(screen.originProperty());
        origin.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(first, problem, origin, conflict, buttons);
        model.draftProperty().subscribe(draft -> draft.ifPresent(this::show));
        model.analysisProperty().subscribe(this::say);
        model.changedProperty().subscribe(_ -> state());
        screen.selectedProperty().subscribe(_ -> state());
    }

    /** Gives the name the keyboard. */
    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private void prepareName() {
        name.setId("policy-name");
        name.getStyleClass().add("name-field");
        name.setPromptText(words.get("policies.name.prompt"));
        name.setAccessibleText(words.get("policies.name"));
        name.setMinWidth(0);
        name.textProperty().subscribe((_, text) -> {
            if (!showing) {
                model.setName(text);
            }
        });
        state.getStyleClass().add("chip");
        state.setMinWidth(USE_PREF_SIZE);
        state.managedProperty().bind(state.visibleProperty());
    }

    private void prepareButtons() {
        save.setId("save-policy");
        save.getStyleClass().add("act");
        save.setText(words.get("policies.save"));
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> screen.save());
        save.visibleProperty().bind(Bindings.not(conflict.visibleProperty()));
        save.managedProperty().bind(save.visibleProperty());
        discard.setId("discard-policy");
        discard.setMinWidth(USE_PREF_SIZE);
        discard.setOnAction(_ -> screen.discard());
    }

    private Node step(String id, String icon) {
        var button = new Button(null, new FontIcon(icon));
        button.setId("editor-" + id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(words.get("policies.command." + id));
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        boolean undo = id.equals("undo");
        button.setOnAction(_ -> {
            if (undo) {
                model.undo();
            } else {
                model.redo();
            }
        });
        button.disableProperty().bind((undo ? model.undoableProperty() : model.redoableProperty()).not());
        return button;
    }

    private Node back() {
        var back = new Button(null, new FontIcon("mdi2a-arrow-left"));
        back.setId("back-to-list");
        back.getStyleClass().add("icon-button");
        back.setAccessibleText(words.get("policies.back"));
        back.setTooltip(new Tooltip(back.getAccessibleText()));
        back.setOnAction(_ -> screen.openProperty().set(false));
        back.visibleProperty()
                .bind(screen.openProperty().and(screen.roomyProperty().not()));
        back.managedProperty().bind(back.visibleProperty());
        return back;
    }

    private MenuButton menu() {
        var menu = new MenuButton();
        menu.setId("policy-menu");
        menu.setGraphic(new FontIcon("mdi2d-dots-vertical"));
        menu.getStyleClass().add("icon-menu");
        menu.setAccessibleText(words.get("policies.menu"));
        menu.getItems()
                .addAll(
                        item("duplicate", screen::duplicate),
                        item("export", screen::exportChosen),
                        item("up", () -> screen.shift(-1)),
                        item("down", () -> screen.shift(1)),
                        new SeparatorMenuItem(),
                        item("delete", screen::delete));
        return menu;
    }

    private MenuItem item(String id, Runnable action) {
        var item = new MenuItem(words.get("policies.command." + id));
        item.setId("policy-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void show(EditorDraft draft) {
        if (!name.getText().equals(draft.name())) {
            showing = true;
            name.setText(draft.name());
            showing = false;
        }
    }

    private void say(Optional<Analysis> seen) {
        var wrong = seen.flatMap(analysis -> analysis.findings().stream()
                .filter(finding -> finding.path().equals(Analysis.NAME))
                .findFirst());
        // What nobody has begun to fill in is not wrong yet.
        var told = wrong.filter(_ -> model.changedProperty().get());
        name.pseudoClassStateChanged(WRONG, told.isPresent());
        problem.setText(told.map(Finding::message).orElse(""));
        state();
    }

    private void state() {
        boolean isNew = screen.selectedProperty().get().filter(id -> id < 0).isPresent();
        boolean changed = model.changedProperty().get();
        state.setVisible(isNew || changed);
        state.setText(words.get(isNew ? "policies.state.new" : "policies.state.unsaved"));
        state.getStyleClass().removeAll("accent", "warn");
        state.getStyleClass().add(isNew ? "accent" : "warn");
        save.setDisable(!(isNew || changed) || model.complete().isEmpty());
        discard.setText(words.get(isNew ? "policies.discard.new" : "policies.discard"));
        discard.setDisable(!isNew && !changed);
    }
}
