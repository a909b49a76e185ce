package io.countersign.job.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One job: what it is for, when it runs, how it came out last or how far it is. */
final class JobCell extends ListCell<JobLine> {
    static final List<String> STYLES = List.of("ok", "bad", "warn", "accent", "plain");

    private final JobWords words;
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label when = new Label();
    private final Label state = new Label();
    private final Label age = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox row;

    JobCell(JobWords words) {
        this.words = words;
        getStyleClass().add("job-cell");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        about.getStyleClass().add("muted");
        when.getStyleClass().addAll("muted", "small");
        state.getStyleClass().add("chip");
        state.setMinWidth(Region.USE_PREF_SIZE);
        age.getStyleClass().addAll("muted", "small");
        age.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.managedProperty().bind(bar.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var first = new HBox(name, gap, age, state);
        first.getStyleClass().add("job-title");
        row = new VBox(first, about, when, bar);
        row.getStyleClass().add("job-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable JobLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            bar.setVisible(false); // an animation of a cell that nobody sees
            return;
        }
        name.setText(words.name(line.name()));
        about.setText(words.about(line.name()));
        when.setText(line.isBusy() ? words.progress(line) : words.plan(line));
        age.setText(words.age(line));
        state.setText(words.state(line));
        state.getStyleClass().removeAll(STYLES);
        state.getStyleClass().add(JobWords.style(line));
        bar.setVisible(line.isBusy() && line.phase() != JobLine.Phase.WAITING);
        bar.setProgress(line.fraction());
        setAccessibleText(words.spoken(line));
        setGraphic(row);
    }
}
