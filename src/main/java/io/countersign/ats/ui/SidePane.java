package io.countersign.ats.ui;

import io.countersign.ats.ui.ApplicationsViewModel.Form;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.StackPane;

/** Beside the list and the board: the chosen application, or the form for a new one. */
final class SidePane extends StackPane {
    private final DetailPane detail;

    /** {@code toList} gives the keyboard back to where the application was chosen. */
    SidePane(ApplicationsViewModel model, ApplicationWords words, Runnable toList) {
        detail = new DetailPane(model, words, toList);
        getChildren().add(detail);
        var adding = model.formProperty().isEqualTo(Form.ADD);
        var chosen = Bindings.createBooleanBinding(
                () -> model.listing().selectedProperty().get().isPresent(),
                model.listing().selectedProperty());
        visibleProperty().bind(adding.or(model.openProperty().and(chosen)));
        detail.visibleProperty().bind(adding.not());
        detail.managedProperty().bind(detail.visibleProperty());
        model.formProperty().subscribe(form -> {
            getChildren().removeIf(AddForm.class::isInstance);
            if (form == Form.ADD) {
                var add = new AddForm(model, words);
                getChildren().add(add);
                add.begin();
            }
        });
    }

    /** Gives the keyboard to the draft, once there is one. */
    void beginDraft() {
        detail.beginDraft();
    }
}
