package io.countersign.search.ui;

import io.countersign.search.ui.FromSearch.Offer;
import io.countersign.search.ui.SearchReader.Answer;
import io.countersign.shared.ui.Choice;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/** Asks what is to be proposed for everything that was found. Nothing is done to any mail: proposals wait for a yes. */
final class ProposeForm extends StackPane {
    private final SearchViewModel model;
    private final SearchWords words;
    private final ComboBox<Choice<Offer>> action = new ComboBox<>();
    private final TextField name = new TextField();

    ProposeForm(SearchViewModel model, SearchWords words) {
        this.model = model;
        this.words = words;
        setId("propose-form");
        action.setId("propose-action");
        action.setAccessibleText(words.get("search.propose.action"));
        name.setId("propose-name");
        name.getStyleClass().add("name-field");
        name.setPromptText(words.get("search.propose.name"));
        name.setAccessibleText(words.get("search.propose.name"));
        name.setOnAction(_ -> propose());
        var offers = model.made().offers();
        action.getItems()
                .setAll(offers.stream()
                        .map(offer -> new Choice<>(offer, offer.words()))
                        .toList());
        action.getSelectionModel().selectFirst();
        action.valueProperty().subscribe(choice -> {
            name.setVisible(choice != null && choice.value().named());
            name.setManaged(name.isVisible());
        });
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(model.made().proposingProperty());
        visibleProperty().subscribe((_, shown) -> {
            if (shown) {
                open();
            }
        });
    }

    private void open() {
        if (model.stateProperty().get() instanceof SearchState.Ready(Answer answer)) {
            long all = Math.min(answer.found().total(), SearchViewModel.MOST);
            var unnamed = Bindings.createBooleanBinding(
                    () -> name.isVisible() && name.getText().isBlank(), name.visibleProperty(), name.textProperty());
            getChildren()
                    .setAll(new FormLine(
                                    words.get("search.propose.question", all, words.number(all)),
                                    words.get("search.propose.yes"),
                                    words.get("search.cancel"),
                                    this::propose,
                                    this::leave,
                                    action,
                                    name)
                            .disabledWhen(unnamed.or(model.made().workingProperty())));
            action.requestFocus();
        }
    }

    private void propose() {
        var choice = action.getValue();
        boolean complete =
                choice != null && !(choice.value().named() && name.getText().isBlank());
        if (complete && model.stateProperty().get() instanceof SearchState.Ready(Answer answer)) {
            model.made().propose(answer, choice.value(), name.getText().strip());
        }
    }

    private void leave() {
        model.made().proposingProperty().set(false);
    }
}
