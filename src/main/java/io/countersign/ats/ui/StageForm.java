package io.countersign.ats.ui;

import io.countersign.mail.Stage;
import io.countersign.shared.ui.Choice;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.StackPane;

/** Where an application really is, and since when. */
final class StageForm extends StackPane {
    private final ComboBox<Choice<Stage>> stage;
    private final DatePicker since;

    StageForm(ApplicationsViewModel model, ApplicationWords words, ApplicationRow row) {
        stage = box(words, row.stage());
        since = FormFrame.days(words);
        since.setValue(model.today());
        getChildren()
                .add(new FormFrame(words, "applications.ask.stage", "applications.save")
                        .field("stage", stage)
                        .field("since", since)
                        .buttons(() -> save(model), model::close));
    }

    /** All stages to choose from. */
    static ComboBox<Choice<Stage>> box(ApplicationWords words, Stage chosen) {
        var box = new ComboBox<Choice<Stage>>();
        box.getItems()
                .setAll(Stream.of(Stage.values())
                        .map(each -> new Choice<>(each, words.stage(each)))
                        .toList());
        box.setVisibleRowCount(Stage.values().length);
        box.setValue(new Choice<>(chosen, words.stage(chosen)));
        return box;
    }

    /** Puts the keyboard into the first field. */
    void begin() {
        stage.requestFocus();
    }

    private void save(ApplicationsViewModel model) {
        var day = since.getValue();
        var from = day == null || day.isAfter(model.today()) ? model.today() : day;
        model.correct(
                row -> model.corrections().correctStage(row, stage.getValue().value(), from));
    }
}
