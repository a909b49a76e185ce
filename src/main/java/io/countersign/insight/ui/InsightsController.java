package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Showable;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Binds the insights screen to its model. */
public final class InsightsController implements Showable, CommandSource {
    private static final double NARROW_EM = 78;
    private static final double VERY_NARROW_EM = 46;
    private static final double ROW_EM = 3.7;

    private final InsightsViewModel model;
    private final InsightWords words;

    @SuppressWarnings("NullAway.Init") // with the rest of the screen, in initialize()
    private PolicyTable table;

    @FXML
    private ScrollPane page;

    @FXML
    private ToggleGroup windows;

    @FXML
    private Tile precision;

    @FXML
    private Tile decisions;

    @FXML
    private Tile outcomes;

    @FXML
    private Tile pending;

    @FXML
    private VBox policiesCard;

    @FXML
    private VBox learnedCard;

    @FXML
    private TableView<PolicyStats> policies;

    @FXML
    private EmptyState noPolicies;

    @FXML
    private ScrollPane learned;

    @FXML
    private Button resetAll;

    @FXML
    private Label windowNote;

    public InsightsController(InsightsViewModel model, InsightWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        table = PolicyTable.prepare(policies, words);
        learned.setContent(new LearnedPane(model, words));
        windows.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                windows.selectToggle(before);
            } else {
                model.windowProperty().set(Window.valueOf((String) now.getUserData()));
            }
        });
        model.windowProperty()
                .subscribe(window -> windows.getToggles().stream()
                        .filter(toggle -> window.name().equals(toggle.getUserData()))
                        .findFirst()
                        .ifPresent(windows::selectToggle));
        model.reportProperty().subscribe(this::show);
        noPolicies.visibleProperty().bind(Bindings.isEmpty(policies.getItems()).and(model.loadedProperty()));
        page.widthProperty().subscribe(_ -> arrange());
        page.heightProperty().subscribe(_ -> arrange());
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public List<Command> commands() {
        var section = words.get("view.insights");
        var reset = Command.of("insights.reset.all", words.get("insights.reset.all"), section, model::forgetAll)
                .when(() -> !resetAll.isDisabled());
        var windowCommands = Stream.of(Window.values())
                .map(window -> Command.of(
                                "insights.window." + window.name(),
                                words.get("insights.command.window", words.get("insights.window." + window.name())),
                                section,
                                () -> model.windowProperty().set(window))
                        .keys(window.key()));
        return Stream.concat(windowCommands, Stream.of(reset)).toList();
    }

    @FXML
    private void resetAll() {
        model.forgetAll();
    }

    private void show(InsightReport report) {
        long decided = report.approved() + report.rejected();
        precision.show(words.precision(report.precision()), words.precisionNote(report.precision()));
        decisions.show(words.number(decided), words.get("insights.decisions.note", words.number(report.undone())));
        outcomes.show(
                words.get("insights.outcomes.figure", words.number(report.approved()), words.number(report.rejected())),
                words.get("insights.outcomes.note"));
        pending.show(words.number(report.pending()), words.get("insights.pending.note"));
        policies.getItems().setAll(report.busyFirst());
        resetAll.setDisable(report.weights().isEmpty());
        arrange();
    }

    /** Puts what was learned beside the table where there is room, below it otherwise; the same for the tiles. */
    private void arrange() {
        double em = windowNote.getFont().getSize();
        boolean narrow = page.getWidth() < NARROW_EM * em;
        boolean twoByTwo = page.getWidth() < VERY_NARROW_EM * em;
        windowNote.setVisible(!twoByTwo);
        int tile = 0;
        for (var node : List.of(precision, decisions, outcomes, pending)) {
            int span = twoByTwo ? 2 : 1;
            int column = tile * span % 4;
            GridPane.setConstraints(node, column, tile * span / 4, span, 1);
            tile++;
        }
        GridPane.setConstraints(policiesCard, 0, 2, narrow ? 4 : 3, 1);
        GridPane.setConstraints(learnedCard, narrow ? 0 : 3, narrow ? 3 : 2, narrow ? 4 : 1, 1);
        table.fit(em, page.getWidth() * (narrow ? 1 : 0.75));
        double rows = (policies.getItems().size() + 2) * ROW_EM * em;
        policiesCard.setMinHeight(narrow ? Math.clamp(rows, 14 * em, 80 * em) : 14 * em);
        learnedCard.setMinHeight(narrow ? 18 * em : 14 * em);
    }
}
