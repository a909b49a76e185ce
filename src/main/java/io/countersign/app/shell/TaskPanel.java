package io.countersign.app.shell;

import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.FxBackgroundTasks;
import io.countersign.shared.ui.RunningTask;
import io.countersign.shared.ui.Texts;
import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What runs in the background: how far, how fast, how long still, and a button to stop it. */
final class TaskPanel extends VBox {
    private final FxBackgroundTasks tasks;
    private final Overlays overlays;
    private final Texts texts;
    private final Formats formats;
    private final VBox rows = new VBox();

    TaskPanel(FxBackgroundTasks tasks, Overlays overlays, Texts texts, Formats formats) {
        this.tasks = tasks;
        this.overlays = overlays;
        this.texts = texts;
        this.formats = formats;
        getStyleClass().addAll("panel", "task-panel");
        setId("taskPanel");
        setFocusTraversable(true);
        var title = new Label(texts.get("tasks.title"));
        title.getStyleClass().add("strong");
        rows.getStyleClass().add("task-rows");
        getChildren().addAll(title, rows);
        tasks.noticeable().addListener((ListChangeListener<RunningTask>) _ -> fill());
        fill();
    }

    void open() {
        overlays.open(this, Pos.TOP_RIGHT, false, this);
    }

    private void fill() {
        var nodes = new ArrayList<Node>();
        for (var task : tasks.noticeable()) {
            nodes.add(row(task));
        }
        if (nodes.isEmpty()) {
            var none = new Label(texts.get("tasks.none"));
            none.getStyleClass().add("muted");
            nodes.add(none);
        }
        rows.getChildren().setAll(nodes);
    }

    private Node row(RunningTask task) {
        var title = new Label(texts.get(task.titleKey()));
        var detail = new Label();
        detail.getStyleClass().addAll("muted", "small");
        detail.setWrapText(true);
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(title.getText());
        task.stateProperty().subscribe(state -> {
            bar.setProgress(state.fraction());
            detail.setText(detail(state));
        });
        var cancel = new Button(texts.get("tasks.cancel"));
        cancel.getStyleClass().add("task-cancel");
        cancel.setAccessibleText(texts.get("tasks.cancel") + ": " + title.getText());
        cancel.disableProperty().bind(task.cancellingProperty());
        cancel.setOnAction(_ -> task.cancel());
        var words = new VBox(title, bar, detail);
        words.getStyleClass().add("task-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, cancel);
        row.getStyleClass().add("task-row");
        return row;
    }

    private String detail(RunningTask.State state) {
        var parts = new ArrayList<String>();
        if (state.total() > 0) {
            parts.add(texts.get("tasks.of", formats.number(state.done()), formats.number(state.total())));
        } else if (state.done() > 0) {
            parts.add(formats.number(state.done()));
        }
        if (state.perSecond() >= 1) {
            parts.add(texts.get("tasks.speed", formats.number(Math.round(state.perSecond()))));
        }
        state.timeLeft().ifPresent(left -> parts.add(texts.get("tasks.left", formats.duration(left))));
        if (!state.message().isEmpty()) {
            parts.add(state.message());
        }
        return String.join(" · ", parts);
    }
}
