package io.countersign.ats.ui;

import io.countersign.ats.TimelineEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Which mails of an application are really about another one. */
final class SplitForm extends StackPane {
    private final Map<Long, CheckBox> boxes = new LinkedHashMap<>();
    private final FormFrame frame;

    SplitForm(ApplicationsViewModel model, ApplicationWords words, ApplicationRow row) {
        var mails = new VBox();
        mails.getStyleClass().add("ask-mails");
        for (var entry : row.application().timeline()) {
            entry.messageId().filter(id -> !boxes.containsKey(id)).ifPresent(id -> {
                var box = box(entry, words);
                boxes.put(id, box);
                mails.getChildren().add(box);
            });
        }
        frame = new FormFrame(words, "applications.ask.split", "applications.split")
                .hint(words.get(boxes.size() < 2 ? "applications.ask.split.one" : "applications.ask.split.hint"))
                .with(mails)
                .buttons(() -> model.correct(chosen -> model.corrections().split(chosen, chosen())), model::close);
        getChildren().add(frame);
        check();
    }

    /** Puts the keyboard into the first field. */
    void begin() {
        boxes.values().stream().findFirst().ifPresentOrElse(CheckBox::requestFocus, frame::requestFocus);
    }

    private CheckBox box(TimelineEntry entry, ApplicationWords words) {
        var box = new CheckBox(
                words.days().shortDate(entry.at()) + " · " + words.happened(entry) + " · " + words.behind(entry));
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.selectedProperty().subscribe((_, _) -> check());
        return box;
    }

    // All of its mails would be the same application again.
    private void check() {
        int some = chosen().size();
        frame.enableSave(some > 0 && some < boxes.size());
    }

    private Set<Long> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
