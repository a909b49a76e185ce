package io.countersign.job.ui;

import io.countersign.shared.ui.EmptyState;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All jobs; Enter or a second click runs nothing: what runs is asked for with a button or its key. */
final class JobListPane extends VBox {
    private final JobsViewModel model;
    private final ListView<JobLine> list = new ListView<>();

    JobListPane(JobsViewModel model) {
        this.model = model;
        getStyleClass().add("card");
        var words = model.words();
        list.setId("jobs");
        list.getStyleClass().add("plain");
        list.setItems(model.lines());
        list.setCellFactory(_ -> new JobCell(words));
        list.setAccessibleText(words.get("jobs.title"));
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.select(line.name());
            }
        });
        model.currentProperty().subscribe(_ -> reselect());
        var nothing = EmptyState.of("jobsEmpty", "mdi2c-calendar-clock", words.get("jobs.none.title"));
        nothing.setMessage(words.get("jobs.none.message"));
        nothing.showWhen(model.loadedOnceProperty().and(Bindings.isEmpty(model.lines())));
        var parts = new StackPane(list, nothing);
        parts.setMinHeight(0);
        VBox.setVgrow(parts, Priority.ALWAYS);
        getChildren().addAll(header(words), problem(words), parts);
    }

    private HBox header(JobWords words) {
        var title = new Label(words.get("jobs.title"));
        title.getStyleClass().add("strong");
        var note = new Label(words.get("jobs.note"));
        note.getStyleClass().addAll("muted", "small");
        note.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(title, gap, note);
        title.setMinWidth(Region.USE_PREF_SIZE);
        header.getStyleClass().add("card-header");
        return header;
    }

    private HBox problem(JobWords words) {
        var why = new Label();
        why.setId("jobsProblem");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.textProperty().bind(model.problemProperty());
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        var again = new Button(words.get("jobs.again"));
        again.setId("jobsAgain");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.read());
        var line = new HBox(why, again);
        line.getStyleClass().add("job-problem");
        line.visibleProperty().bind(model.problemProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    /** A line that was replaced stays the selected one. */
    private void reselect() {
        model.currentProperty().get().ifPresent(line -> {
            int row = model.lines().indexOf(line);
            if (row >= 0 && row != list.getSelectionModel().getSelectedIndex()) {
                list.getSelectionModel().clearAndSelect(row);
            }
        });
    }

    void focusList() {
        list.requestFocus();
    }
}
