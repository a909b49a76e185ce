package io.countersign.search.ui;

import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** Asks under which name a search is kept. */
final class SaveForm extends StackPane {
    private final SearchViewModel model;
    private final TextField name = new TextField();
    private final Runnable onDone;

    SaveForm(SearchViewModel model, SearchWords words, Runnable onDone) {
        this.model = model;
        this.onDone = onDone;
        setId("save-form");
        name.setId("save-name");
        name.getStyleClass().add("name-field");
        name.setAccessibleText(words.get("search.save.name"));
        name.setPromptText(words.get("search.save.name"));
        name.setOnAction(_ -> save());
        getChildren()
                .add(new FormLine(
                                words.get("search.save.question"),
                                words.get("search.save.yes"),
                                words.get("search.cancel"),
                                this::save,
                                this::leave,
                                name)
                        .disabledWhen(name.textProperty().isEmpty()));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Asks; the search itself is the name that is suggested. */
    void ask() {
        name.setText(model.askedProperty().get().typed().strip());
        setVisible(true);
        name.requestFocus();
        name.selectAll();
    }

    private void save() {
        if (!name.getText().isBlank()) {
            model.keep(name.getText().strip());
            leave();
        }
    }

    private void leave() {
        setVisible(false);
        onDone.run();
    }
}
