package io.countersign.approval.ui;

import io.countersign.approval.BatchSummary;
import io.countersign.approval.ui.ActivityViewModel.Line;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Showable;
import io.countersign.shared.ui.Texts;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;

/** Binds the Activity view. */
public final class ActivityController implements Filterable, Showable {
    private static final double NEAR_THE_END = 0.85;

    private final ActivityViewModel model;
    private final Texts texts;
    private final Formats formats;

    @FXML
    private ListView<Line> log;

    @FXML
    private ListView<BatchSummary> batches;

    @FXML
    private EmptyState logEmpty;

    @FXML
    private EmptyState batchesEmpty;

    @FXML
    private Label logCount;

    public ActivityController(ActivityViewModel model, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        log.setItems(model.lines());
        log.setCellFactory(_ -> new AuditCell(formats));
        log.skinProperty().subscribe(_ -> Platform.runLater(this::watchScrolling));
        batches.setItems(model.batches());
        batches.setCellFactory(_ -> new BatchCell(model, texts, formats));
        model.lines().addListener((ListChangeListener<Line>) _ -> updateLogState());
        logEmpty.visibleProperty().bind(model.loadedOnceProperty().and(Bindings.isEmpty(model.lines())));
        batchesEmpty.visibleProperty().bind(model.loadedOnceProperty().and(Bindings.isEmpty(model.batches())));
        updateLogState();
    }

    @Override
    public void shown() {
        model.reload();
    }

    @Override
    public void focus() {
        log.requestFocus();
    }

    @Override
    public void filter(String text) {
        model.filter(text);
        updateLogState();
    }

    @Override
    public String filterPrompt() {
        return texts.get("activity.filter");
    }

    private void updateLogState() {
        int count = model.lines().size();
        var key = model.completeProperty().get() || model.isFiltered() ? "activity.count" : "activity.count.latest";
        logCount.setText(count == 0 ? "" : texts.get(key, count));
        var state = model.isFiltered() ? "activity.nothing.found" : "activity.empty";
        logEmpty.setTitle(texts.get(state + ".title"));
        logEmpty.setMessage(texts.get(state + ".message"));
    }

    private void watchScrolling() {
        for (var node : log.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().addListener((_, _, now) -> {
                    if (now.doubleValue() > NEAR_THE_END * bar.getMax()) {
                        model.loadOlder();
                    }
                });
            }
        }
    }
}
