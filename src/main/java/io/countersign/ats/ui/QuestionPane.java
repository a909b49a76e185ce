package io.countersign.ats.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether the chosen application is a part of another one; there only while nobody has said. */
final class QuestionPane extends VBox {
    private final ApplicationsViewModel model;
    private final ApplicationWords words;
    private final Runnable toList;

    /** {@code toList} takes the keyboard when the question is answered. */
    QuestionPane(ApplicationsViewModel model, ApplicationWords words, Runnable toList) {
        this.model = model;
        this.words = words;
        this.toList = toList;
        setId("join-question");
        getStyleClass().addAll("detail-words", "join-question");
        managedProperty().bind(visibleProperty());
        model.snapshotProperty().subscribe(_ -> show());
        model.listing().selectedProperty().subscribe(_ -> show());
    }

    private void show() {
        var chosen = model.listing().selectedProperty().get();
        var candidates = chosen.map(row -> model.snapshotProperty().get().maybeOneWith(row.id()))
                .orElse(List.of());
        setVisible(!candidates.isEmpty());
        getChildren().clear();
        if (isVisible()) {
            var question = new Label(words.get("applications.question"));
            question.setWrapText(true);
            question.setMinHeight(Region.USE_PREF_SIZE);
            var answers = new VBox(); // a long name wraps; in a flow pane it would widen all that is shown
            answers.getStyleClass().add("join-answers");
            answers.setFillWidth(false);
            for (var candidate : candidates) {
                answers.getChildren()
                        .add(answer(
                                words.get("applications.question.same", words.title(candidate)),
                                () -> model.correct(row -> model.corrections().merge(candidate, row))));
            }
            answers.getChildren()
                    .add(answer(
                            words.get("applications.question.own"),
                            () -> model.correct(row -> model.corrections().keepApart(row, candidates))));
            getChildren().addAll(question, answers);
        }
    }

    private Button answer(String text, Runnable action) {
        var button = new Button(text);
        button.setWrapText(true);
        button.setMinWidth(0);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            toList.run();
            action.run();
        });
        return button;
    }
}
