package io.countersign.policy.ui;

import io.countersign.policy.simulation.Simulation.Forecast;
import io.countersign.policy.ui.Newest.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the draft would do: each number opens the mails behind it. */
final class SimulationPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MOST_POLICIES = 5;

    private final PoliciesViewModel screen;
    private final SimulationViewModel model;
    private final PolicyWords words;
    private final ProgressBar bar = new ProgressBar(-1);
    private final Label reached = new Label();
    private final Timeline watch = new Timeline(new KeyFrame(Duration.millis(100), _ -> showReached()));
    private final List<Button> numbers = new ArrayList<>();

    SimulationPane(PoliciesViewModel screen, PolicyWords words) {
        this.screen = screen;
        this.model = screen.simulation();
        this.words = words;
        getStyleClass().add("simulation");
        watch.setCycleCount(Animation.INDEFINITE);
        reached.getStyleClass().addAll("muted", "small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.get("policies.simulation.running"));
        model.stateProperty().subscribe(this::show);
    }

    private void show(SimulationState state) {
        watch.stop();
        numbers.clear();
        switch (state) {
            case SimulationState.None _ ->
                getChildren().setAll(sentence(words.get("policies.simulation.none"), "muted"));
            case SimulationState.Running _ -> running();
            case SimulationState.Stopped _ ->
                getChildren()
                        .setAll(
                                sentence(words.get("policies.simulation.stopped"), "muted"),
                                again("policies.simulate"));
            case SimulationState.Failed(var reason) ->
                getChildren().setAll(sentence(reason, "bad"), again("policies.simulate.again"));
            case SimulationState.Done(var _, var evaluated, var forecast) -> done(evaluated, forecast);
        }
    }

    private void running() {
        var cancel = new Button(words.get("dialog.cancel"));
        cancel.setId("cancel-simulation");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        var text = new VBox(reached, bar);
        text.getStyleClass().add("simulation-progress");
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(text, cancel);
        line.getStyleClass().add("simulation-running");
        getChildren().setAll(line);
        showReached();
        watch.playFromStart();
    }

    private void showReached() {
        Reached now = model.reached();
        bar.setProgress(now.total() <= 0 ? -1 : (double) now.done() / now.total());
        reached.setText(
                now.total() <= 0
                        ? words.get("policies.simulation.running")
                        : words.get(
                                "policies.simulation.reached",
                                words.formats().number(now.done()),
                                words.formats().number(now.total())));
    }

    private void done(long evaluated, Forecast forecast) {
        var formats = words.formats();
        var lines = new ArrayList<Node>();
        lines.add(forecast.precision()
                .map(precision -> sentence(words.precision(precision), "strong"))
                .orElseGet(() -> sentence(words.get("policies.simulation.no.precision"), "muted")));
        lines.add(number(
                "proposes",
                forecast.proposes().size(),
                words.get(
                        "policies.simulation.proposes",
                        forecast.proposes().size(),
                        formats.number(forecast.matched()),
                        formats.number(evaluated)),
                forecast.proposes()));
        lines.add(number(
                "agree",
                forecast.agree().decisions(),
                words.get("policies.simulation.agree", forecast.agree().decisions()),
                forecast.agree().newestMails()));
        lines.add(number(
                "disagree",
                forecast.disagree().decisions(),
                words.get("policies.simulation.disagree", forecast.disagree().decisions()),
                forecast.disagree().newestMails()));
        lines.addAll(others("policies.simulation.takes", forecast.takesFrom()));
        lines.addAll(others("policies.simulation.loses", forecast.losesTo()));
        forecast.problem().ifPresent(problem -> lines.add(sentence(words.said(problem), "warn")));
        getChildren().setAll(lines);
    }

    private List<Node> others(String key, Map<Long, Long> byPolicy) {
        return byPolicy.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed())
                .limit(MOST_POLICIES)
                .<Node>map(entry -> figure(
                        words.formats().number(entry.getValue()),
                        words.get(
                                key,
                                entry.getValue(),
                                screen.nameOf(entry.getKey()).map(words::name).orElse(words.get("policies.unnamed")))))
                .toList();
    }

    /** A number that opens the mails behind it. */
    private Node number(String id, long count, String text, List<Long> mails) {
        var figure = new Button(words.formats().number(count));
        figure.setId("simulation-" + id);
        figure.getStyleClass().setAll("mail-line", "num", "simulation-number");
        figure.setMinWidth(USE_PREF_SIZE);
        figure.setDisable(mails.isEmpty());
        figure.setAccessibleText(figure.getText() + " " + text);
        figure.setOnAction(_ -> {
            numbers.forEach(each -> each.pseudoClassStateChanged(CURRENT, each.equals(figure)));
            screen.mails().find(mails.stream().limit(MatchesViewModel.LISTED).toList());
        });
        numbers.add(figure);
        return line(figure, text);
    }

    private Node figure(String number, String text) {
        var figure = new Label(number);
        figure.getStyleClass().addAll("num", "simulation-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        return line(figure, text);
    }

    private static Node line(Node figure, String text) {
        var about = new Label(text);
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        var both = new HBox(figure, about);
        both.getStyleClass().add("simulation-line");
        return both;
    }

    private Label sentence(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll(style, "simulation-sentence");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Button again(String key) {
        var button = new Button(words.get(key), new FontIcon("mdi2p-play"));
        button.setId("simulate");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> model.start());
        return button;
    }
}
