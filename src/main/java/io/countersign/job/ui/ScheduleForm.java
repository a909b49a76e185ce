package io.countersign.job.ui;

import io.countersign.job.Schedule;
import io.countersign.job.ui.ScheduleDraft.Kind;
import io.countersign.job.ui.ScheduleDraft.Unit;
import io.countersign.shared.ui.Choice;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Changes when a job runs: Enter keeps it, Escape leaves it as it was. */
final class ScheduleForm extends VBox {
    private final ComboBox<Choice<Kind>> kind;
    private final ComboBox<Choice<DayOfWeek>> day;
    private final ComboBox<Choice<Unit>> unit;
    private final TextField time = new TextField();
    private final TextField amount = new TextField();
    private final Label at;
    private final Label problem = new Label();
    private final Button save;
    private final JobWords words;
    private final Consumer<Schedule> keep;

    ScheduleForm(JobWords words, Consumer<Schedule> keep, Runnable leave) {
        this.words = words;
        this.keep = keep;
        getStyleClass().add("schedule-form");
        kind = combo(
                "scheduleKind", "jobs.edit.kind", Kind.values(), value -> words.get(key("jobs.edit.kind.", value)));
        day = combo(
                "scheduleDay",
                "jobs.edit.day",
                DayOfWeek.values(),
                value -> value.getDisplayName(TextStyle.FULL, words.languageOfTexts()));
        unit = combo(
                "scheduleUnit", "jobs.edit.unit", Unit.values(), value -> words.get(key("jobs.edit.unit.", value)));
        field(time, "scheduleTime", "jobs.edit.time", 5);
        time.setPromptText("02:30");
        field(amount, "scheduleAmount", "jobs.edit.amount", 4);
        at = new Label(words.get("jobs.edit.at"));
        save = new Button(words.get("jobs.edit.save"));
        save.setId("scheduleSave");
        save.getStyleClass().add("act");
        save.setOnAction(_ -> save());
        var cancel = new Button(words.get("jobs.edit.cancel"));
        cancel.setId("scheduleCancel");
        cancel.setOnAction(_ -> leave.run());
        problem.setId("scheduleProblem");
        problem.getStyleClass().addAll("bad", "small");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        var fields = new FlowPane(kind, day, at, time, amount, unit);
        var buttons = new FlowPane(save, cancel);
        for (var line : List.of(fields, buttons)) {
            line.getStyleClass().add("schedule-line");
        }
        getChildren().addAll(fields, problem, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                leave.run();
                key.consume();
            }
        });
        update();
    }

    private static String key(String prefix, Enum<?> value) {
        return prefix + value.name().toLowerCase(Locale.ROOT);
    }

    private <T> ComboBox<Choice<T>> combo(String id, String spoken, T[] values, Function<T, String> word) {
        var box = new ComboBox<Choice<T>>();
        box.setId(id);
        box.setAccessibleText(words.get(spoken));
        box.getItems()
                .setAll(Arrays.stream(values)
                        .map(value -> new Choice<>(value, word.apply(value)))
                        .toList());
        box.getSelectionModel().selectFirst();
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.valueProperty().subscribe((_, _) -> update());
        return box;
    }

    private void field(TextField field, String id, String spoken, int columns) {
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setAccessibleText(words.get(spoken));
        field.textProperty().subscribe((_, _) -> update());
        field.setOnAction(_ -> save());
    }

    /** Begins with this schedule, and takes the keyboard. */
    void edit(Schedule schedule) {
        var draft = ScheduleDraft.of(schedule);
        choose(kind, draft.kind());
        choose(day, draft.day());
        choose(unit, draft.unit());
        time.setText(draft.time());
        amount.setText(draft.amount());
        kind.requestFocus();
    }

    private static <T> void choose(ComboBox<Choice<T>> box, T value) {
        box.getItems().stream()
                .filter(item -> item.value().equals(value))
                .findFirst()
                .ifPresent(box::setValue);
    }

    private ScheduleDraft draft() {
        return new ScheduleDraft(
                kind.getValue().value(),
                time.getText(),
                day.getValue().value(),
                amount.getText(),
                unit.getValue().value());
    }

    private void update() {
        if (save == null) {
            return; // while it is being made
        }
        var draft = draft();
        show(day, draft.kind() == Kind.WEEKLY);
        show(at, draft.kind() == Kind.DAILY || draft.kind() == Kind.WEEKLY);
        show(time, at.isVisible());
        show(amount, draft.kind() == Kind.EVERY);
        show(unit, amount.isVisible());
        var wrong = draft.problem();
        problem.setText(wrong.map(words::get).orElse(""));
        show(problem, wrong.isPresent());
        save.setDisable(wrong.isPresent());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void save() {
        draft().schedule().ifPresent(keep);
    }
}
