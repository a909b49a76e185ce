package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Segments;
import io.countersign.shared.ui.Showable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the insights screen to its model. */
public final class InsightsController implements Showable, CommandSource {
    private final InsightsViewModel model;
    private final InsightWords words;

    @SuppressWarnings("NullAway.Init") // with the rest of the screen, in initialize()
    private InsightsLayout layout;

    @FXML
    private StackPane body;

    @FXML
    private ScrollPane page;

    @FXML
    private VBox content;

    @FXML
    private GridPane grid;

    @FXML
    private ToggleGroup windows;

    @FXML
    private VBox policiesCard;

    @FXML
    private VBox learnedCard;

    @FXML
    private TableView<PolicyStats> policies;

    @FXML
    private StackPane nothing;

    @FXML
    private EmptyState noFigures;

    @FXML
    private Button allTime;

    @FXML
    private EmptyState unreadable;

    @FXML
    private Button again;

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
        var table = PolicyTable.prepare(policies, model, words);
        learned.setContent(new LearnedPane(model, words));
        var parts = new InsightsLayout.Parts(
                new KpiTiles(model, words),
                new QuestionCard(model, words),
                new PrecisionPane(model, words),
                new CalibrationPane(model, words),
                policiesCard,
                learnedCard);
        var drill = new DrillPane(model.drill(), words);
        layout = new InsightsLayout(body, page, content, grid, parts, drill, table, windowNote);
        Segments.named(Window.class, windows).bind(model.windowProperty());
        bindDrill();
        model.reportProperty().subscribe(this::show);
        bindStates();
    }

    private void bindStates() {
        unreadable.showWhen(model.failureProperty().isNotEmpty());
        model.failureProperty().subscribe(unreadable::setMessage);
        again.setOnAction(_ -> model.load());
        allTime.setOnAction(_ -> model.windowProperty().set(Window.ALL));
        allTime.managedProperty().bind(allTime.visibleProperty());
        nothing.visibleProperty()
                .bind(model.nothingProperty().and(unreadable.visibleProperty().not()));
        page.visibleProperty()
                .bind(unreadable
                        .visibleProperty()
                        .not()
                        .and(nothing.visibleProperty().not()));
        model.windowProperty().subscribe(window -> {
            boolean all = window == Window.ALL;
            allTime.setVisible(!all);
            noFigures.setTitle(words.get(all ? "insights.no.policies" : "insights.none"));
            noFigures.setMessage(words.get(all ? "insights.no.policies.hint" : "insights.none.hint"));
        });
    }

    private void bindDrill() {
        model.drill()
                .stateProperty()
                .subscribe(_ -> layout.showDrill(model.drill().isOpen()));
        body.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && model.drill().isOpen()) {
                model.drill().back();
                key.consume();
            }
        });
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void focus() {
        layout.focus();
    }

    @Override
    public List<Command> commands() {
        var section = words.get("view.insights");
        var commands = new ArrayList<Command>();
        Stream.of(Window.values())
                .map(window -> Command.of(
                                "insights.window." + window.name(),
                                words.get("insights.command.window", words.get("insights.window." + window.name())),
                                section,
                                () -> model.windowProperty().set(window))
                        .keys(window.key()))
                .forEach(commands::add);
        commands.add(question("yes", "Y", () -> model.questions().answer(true), section));
        commands.add(question("no", "N", () -> model.questions().answer(false), section));
        commands.add(question("skip", "S", () -> model.questions().skip(), section));
        commands.add(Command.of("insights.undo", words.get("insights.command.undo"), section, model.questions()::undo)
                .keys("Z"));
        commands.add(Command.of("insights.reset.all", words.get("insights.reset.all"), section, model::forgetAll)
                .when(() -> !resetAll.isDisabled()));
        return commands;
    }

    private Command question(String id, String key, Runnable action, String section) {
        return Command.of("insights.question." + id, words.get("insights.command." + id), section, action)
                .keys(key)
                .when(() -> model.questions().currentProperty().get().isPresent());
    }

    @FXML
    private void resetAll() {
        model.forgetAll();
    }

    private void show(InsightReport report) {
        policies.getItems().setAll(report.busyFirst());
        policies.sort();
        resetAll.setDisable(report.weights().isEmpty());
        layout.rows(report.policies().size());
    }
}
