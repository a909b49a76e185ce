package io.countersign.job.ui;

import io.countersign.job.JobRun;
import io.countersign.shared.text.OneLine;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One run: how it ended, when it began and how long it took, what it did. */
final class RunCell extends ListCell<JobRun> {
    private final JobWords words;
    private final Label outcome = new Label();
    private final Label result = new Label();
    private final Label when = new Label();
    private final HBox row;

    RunCell(JobWords words) {
        this.words = words;
        outcome.getStyleClass().add("chip");
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        when.getStyleClass().addAll("muted", "small");
        var state = new HBox(outcome);
        state.getStyleClass().add("run-outcome");
        var told = new VBox(when, result);
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
        row = new HBox(state, told);
        row.getStyleClass().add("run-row");
        result.managedProperty().bind(result.visibleProperty());
        result.visibleProperty().bind(result.textProperty().isNotEmpty());
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable JobRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        outcome.setText(words.outcome(run.outcome()));
        outcome.getStyleClass().removeAll(JobCell.STYLES);
        outcome.getStyleClass().add(JobWords.style(run.outcome()));
        result.setText(OneLine.of(words.result(run)));
        when.setText(words.when(run) + " · " + words.trigger(run));
        setAccessibleText(words.spoken(run));
        setGraphic(row);
    }
}
