package io.countersign.approval.ui;

import io.countersign.approval.BatchSummary;
import io.countersign.approval.ui.ActivityViewModel.Line;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Segments;
import io.countersign.shared.ui.Showable;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.ViewPart;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Binds the Activity view. */
public final class ActivityController implements Filterable, Showable, CommandSource {
    private static final double NEAR_THE_END = 0.85;
    private static final double ROOM_FOR_BOTH = 56; // em

    private final ActivityViewModel model;
    private final ObjectProperty<ActivityPart> part;
    private final Texts texts;
    private final Formats formats;

    private boolean visible;

    @FXML
    private ToggleGroup tabs;

    @FXML
    private Node jobs;

    @FXML
    private ViewPart jobsController;

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

    /** @param part which part is shown; others may change it */
    public ActivityController(
            ActivityViewModel model, ObjectProperty<ActivityPart> part, Texts texts, Formats formats) {
        this.model = model;
        this.part = part;
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
        Segments.named(ActivityPart.class, tabs).bind(part);
        part.subscribe(this::show);
    }

    private void show(ActivityPart now) {
        panes.setVisible(now == ActivityPart.LOG);
        jobs.setVisible(now == ActivityPart.JOBS);
        if (visible) {
            begin();
            focus();
        }
    }

    @Override
    public void shown() {
        visible = true;
        begin();
    }

    @Override
    public void hidden() {
        visible = false;
        jobsController.hidden();
    }

    private void begin() {
        if (jobs.isVisible()) {
            jobsController.shown();
        } else {
            jobsController.hidden();
            model.reload();
        }
    }

    @Override
    public void focus() {
        if (jobs.isVisible()) {
            jobsController.focus();
        } else {
            log.requestFocus();
        }
    }

    @Override
    public List<Command> commands() {
        var tabCommands = Stream.of(ActivityPart.values()).map(this::command);
        return Stream.concat(tabCommands, jobsController.commands().stream().map(this::whileJobsAreShown))
                .toList();
    }

    private Command command(ActivityPart to) {
        var id = to.name().toLowerCase(Locale.ROOT);
        return Command.of(
                "activity.tab." + id,
                texts.get("command.show", texts.get("activity.tab." + id)),
                texts.get("view.activity"),
                () -> part.set(to));
    }

    private Command whileJobsAreShown(Command command) {
        return command.when(() -> jobs.isVisible() && command.enabled().getAsBoolean());
    }

    @Override
    public void filter(String text) {
        jobsController.filter(text);
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
