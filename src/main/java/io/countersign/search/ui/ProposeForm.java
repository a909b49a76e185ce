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
        model.stateProperty().subscribe(this::follow);
        visibleProperty().subscribe((_, shown) -> {
            if (shown) {
                open();
            }
        });
    }

    private void open() {
        if (model.stateProperty().get() instanceof SearchState.Ready(Answer answer)) {
            var made = model.made();
            var unnamed = Bindings.createBooleanBinding(
                    () -> name.isVisible() && name.getText().isBlank(), name.visibleProperty(), name.textProperty());
            var uncounted =
                    Bindings.createBooleanBinding(() -> made.chosen(answer).isEmpty(), made.chosenProperty());
            getChildren()
                    .setAll(new FormLine(
                                    made.chosenProperty().map(_ -> question(answer)),
                                    words.get("search.propose.yes"),
                                    words.get("search.cancel"),
                                    this::propose,
                                    made::leave,
                                    action,
                                    name)
                            .disabledWhen(unnamed.or(made.workingProperty()).or(uncounted)));
            action.requestFocus();
            made.look(answer);
        }
    }

    private String question(Answer answer) {
        return model.made()
                .chosen(answer)
                .map(all -> {
                    int count = all.ids().size();
                    return all.more()
                            ? words.get("search.propose.question.most", words.number(count))
                            : words.get("search.propose.question", count, words.number(count));
                })
                .orElseGet(() -> words.get("search.propose.counting"));
    }

    /** The question was about what is no longer listed. */
    private void follow(SearchState state) {
        boolean other = !(state instanceof SearchState.Ready(Answer answer))
                || model.made()
                        .chosenProperty()
                        .get()
                        .filter(one -> !one.asked().equals(answer.asked()))
                        .isPresent();
        if (other && isVisible() && !model.made().workingProperty().get()) {
            model.made().leave();
        }
    }

    private void propose() {
        var choice = action.getValue();
        boolean complete =
                choice != null && !(choice.value().named() && name.getText().isBlank());
        if (complete
                && model.stateProperty().get() instanceof SearchState.Ready(Answer answer)
                && model.made().chosen(answer).isPresent()) {
            model.made().propose(answer, choice.value(), name.getText().strip());
        }
    }
}
