package io.countersign.policy.ui;

import io.countersign.policy.ui.ClauseDraft.Leaf;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.converter.LocalDateStringConverter;

/** Now, or a day; a moment within a day is typed as the JSON has it. */
final class MomentEditor implements ValueEditor {
    private static final String NOW = "now";
    private static final int DAY_LENGTH = "2026-01-31".length();

    private final ChoiceButton<Boolean> now;
    private final DatePicker day = new DatePicker();
    private final TextField moment = new TextField();
    private final HBox all;
    private final Consumer<List<String>> onChange;
    private boolean showing;

    MomentEditor(PolicyWords words, Consumer<List<String>> onChange) {
        this.onChange = onChange;
        now = new ChoiceButton<>(
                words.get("policies.value.moment"), is -> words.get(is ? "policies.value.now" : "policies.value.day"));
        now.offer(() -> List.of(true, false));
        now.onChosen(is -> change(is ? NOW : ""));
        day.setAccessibleText(words.get("policies.value.day"));
        day.setPromptText(words.get("policies.value.day"));
        day.setConverter(
                new LocalDateStringConverter(FormatStyle.MEDIUM, words.formats().locale(), null));
        day.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                change(chosen.toString());
            }
        });
        moment.setAccessibleText(words.get("policies.value.moment"));
        moment.textProperty().subscribe((_, typed) -> change(typed));
        for (Region part : List.of(day, moment)) {
            part.getStyleClass().add("moment-field");
            part.managedProperty().bind(part.visibleProperty());
        }
        all = new HBox(now, day, moment);
        all.getStyleClass().add("moment-editor");
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public void focus() {
        now.requestFocus();
    }

    @Override
    public void show(Leaf leaf) {
        showing = true;
        var value = leaf.value();
        boolean isNow = value.equals(NOW);
        var date = date(value);
        boolean typed = !isNow && date.isEmpty() && !value.isEmpty();
        now.show(isNow);
        day.setVisible(!isNow && !typed);
        moment.setVisible(typed);
        day.setValue(date.orElse(null));
        if (!moment.getText().equals(value)) {
            moment.setText(value);
        }
        showing = false;
    }

    private void change(String value) {
        if (!showing) {
            onChange.accept(List.of(value));
        }
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return value.length() == DAY_LENGTH ? Optional.of(LocalDate.parse(value)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
