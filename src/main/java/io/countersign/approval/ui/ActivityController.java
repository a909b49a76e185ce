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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Binds the Activity view. */
public final class ActivityController implements Filterable, Showable {
    private static final double NEAR_THE_END = 0.85;
    private static final double ROOM_FOR_BOTH = 56; // em

    private final ActivityViewModel model;
    private final Texts texts;
    private final Formats formats;

    @FXML
    private GridPane panes;

    @FXML
    private VBox batchesCard;

    @FXML
    private ListView<LogRow> log;

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
        log.setItems(model.rows());
        log.setCellFactory(_ -> new AuditCell(model, texts, formats));
        log.addEventFilter(KeyEvent.KEY_PRESSED, this::fold);
        log.skinProperty().subscribe(_ -> Platform.runLater(this::watchScrolling));
        batches.setItems(model.batches());
        batches.setCellFactory(_ -> new BatchCell(model, texts, formats));
        model.lines().addListener((ListChangeListener<Line>) _ -> updateLogState());
        logEmpty.visibleProperty().bind(model.loadedOnceProperty().and(Bindings.isEmpty(model.lines())));
        batchesEmpty.visibleProperty().bind(model.loadedOnceProperty().and(Bindings.isEmpty(model.batches())));
        panes.widthProperty().subscribe(_ -> arrange());
        logEmpty.managedProperty().bind(logEmpty.visibleProperty());
        batchesEmpty.managedProperty().bind(batchesEmpty.visibleProperty());
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

    private void fold(KeyEvent key) {
        int row = log.getSelectionModel().getSelectedIndex();
        if (row < 0 || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        boolean open = log.getItems().get(row) instanceof LogRow.Run run && run.open();
        switch (key.getCode()) {
            case ENTER, SPACE -> goTo(model.fold(row, !open), key);
            case RIGHT -> goTo(model.fold(row, true), key);
            case LEFT -> goTo(model.fold(row, false), key);
            default -> {}
        }
    }

    private void goTo(int row, KeyEvent key) {
        log.getSelectionModel().clearAndSelect(row);
        log.scrollTo(Math.max(0, row - 1));
        key.consume();
    }

    /** Side by side where there is room for both, else one above the other. */
    private void arrange() {
        boolean narrow = panes.getWidth() < ROOM_FOR_BOTH * logCount.getFont().getSize();
        GridPane.setConstraints(batchesCard, narrow ? 0 : 1, narrow ? 1 : 0);
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
