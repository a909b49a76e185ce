package io.countersign.job.ui;

import io.countersign.job.JobRun;
import io.countersign.job.ui.JobLine.Phase;
import io.countersign.shared.ui.SectionLabel;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The current job: what can be done about it, when it runs, and what became of its runs. */
final class JobPane extends VBox {
    private static final int LOG_ROWS = 5;

    private final JobsViewModel model;
    private final JobWords words;
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label about = wrapped("muted");
    private final Label schedule = wrapped("job-schedule");
    private final Label next = wrapped("job-next");
    private final Label last = wrapped("job-last");
    private final Label progress = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox running;
    private final Button run;
    private final Button cancel;
    private final Button pause;
    private final Button resume;
    private final ScheduleForm form;
    private final ListView<JobRun> runs = new ListView<>();
    private final TextArea log = new TextArea();
    private String shown = "";

    JobPane(JobsViewModel model) {
        this.model = model;
        this.words = model.words();
        getStyleClass().addAll("card", "job-pane");
        run = button("jobRun", "jobs.run", "mdi2p-play-outline", () -> current(model::run));
        cancel = button("jobCancel", "jobs.cancel", "mdi2s-stop-circle-outline", () -> current(model::cancel));
        pause = button("jobPause", "jobs.pause", "mdi2p-pause", () -> current(model::pause));
        resume = button("jobResume", "jobs.resume", "mdi2p-play-pause", () -> current(model::resume));
        var edit = button(
                "jobEdit",
                "jobs.edit",
                "mdi2c-calendar-edit",
                () -> model.editingProperty().set(true));
        edit.disableProperty().bind(model.editingProperty());
        form = new ScheduleForm(
                words,
                schedule -> current(name -> model.reschedule(name, schedule)),
                () -> model.editingProperty().set(false));
        running = new VBox(bar, progress);
        running.getStyleClass().add("job-running");
        bar.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().addAll("muted", "small");
        progress.setWrapText(true);
        progress.setMinHeight(Region.USE_PREF_SIZE);
        var buttons = new FlowPane(run, cancel, pause, resume, edit);
        buttons.getStyleClass().add("job-buttons");
        var body = new VBox(about, facts(), buttons, running, form);
        body.getStyleClass().add("card-body");
        body.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(header(), body, history());
        model.currentProperty().subscribe(line -> line.ifPresent(this::show));
        model.editingProperty().subscribe((_, on) -> edit(on, edit));
        show(form, false);
    }

    private Button button(String id, String key, String icon, Runnable action) {
        var button = new Button(words.get(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static Label wrapped(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox header() {
        name.setId("jobName");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        state.setId("jobState");
        state.getStyleClass().add("chip");
        state.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(name, gap, state);
        header.getStyleClass().add("card-header");
        return header;
    }

    private Node facts() {
        schedule.setId("jobSchedule");
        next.setId("jobNext");
        last.setId("jobLast");
        var facts = new VBox(
                fact("jobs.fact.schedule", schedule), fact("jobs.fact.next", next), fact("jobs.fact.last", last));
        facts.getStyleClass().add("job-facts");
        return facts;
    }

    private HBox fact(String key, Label value) {
        var title = new Label(words.get(key));
        title.getStyleClass().addAll("muted", "job-fact");
        title.setLabelFor(value);
        HBox.setHgrow(value, Priority.ALWAYS);
        var line = new HBox(title, value);
        line.getStyleClass().add("job-fact-line");
        return line;
    }

    private Node history() {
        runs.setId("runs");
        runs.getStyleClass().add("plain");
        runs.setItems(model.runs());
        runs.setCellFactory(_ -> new RunCell(words));
        runs.setAccessibleText(words.get("jobs.history"));
        runs.setMinHeight(0);
        log.setId("runLog");
        log.setEditable(false);
        log.setWrapText(true);
        log.setPrefRowCount(LOG_ROWS);
        log.setMinHeight(Region.USE_PREF_SIZE);
        log.getStyleClass().add("run-log");
        log.setAccessibleText(words.get("jobs.log"));
        log.managedProperty().bind(log.visibleProperty());
        log.visibleProperty().bind(log.textProperty().isNotEmpty());
        runs.getSelectionModel().selectedItemProperty().subscribe(run -> {
            if (run != null) {
                log.setText(words.log(run));
            }
        });
        model.runs().addListener((ListChangeListener<JobRun>) _ -> log.clear());
        runs.focusedProperty().subscribe(focused -> {
            if (focused && runs.getSelectionModel().isEmpty()) {
                runs.getSelectionModel().selectFirst();
            }
        });
        var never = new Label(words.get("jobs.history.none"));
        never.setId("runsEmpty");
        never.getStyleClass().add("muted");
        never.setWrapText(true);
        never.visibleProperty().bind(Bindings.isEmpty(model.runs()));
        var list = new StackPane(runs, never);
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        var title = new SectionLabel(words.get("jobs.history"));
        var history = new VBox(title, list, log);
        history.getStyleClass().add("job-history");
        VBox.setVgrow(history, Priority.ALWAYS);
        history.setMinHeight(0);
        return history;
    }

    private void current(Consumer<String> action) {
        model.currentProperty().get().map(JobLine::name).ifPresent(action);
    }

    private void show(JobLine line) {
        if (!Objects.equals(shown, line.name())) {
            shown = line.name();
            log.clear();
        }
        name.setText(words.name(line.name()));
        state.setText(words.state(line));
        state.getStyleClass().removeAll(JobCell.STYLES);
        state.getStyleClass().add(JobWords.style(line));
        about.setText(words.about(line.name()));
        schedule.setText(words.schedule(line.state().schedule()));
        next.setText(words.next(line));
        last.setText(words.last(line));
        showButtons(line);
        show(running, line.isBusy());
        bar.setVisible(line.isBusy() && line.phase() != Phase.WAITING);
        bar.setProgress(line.fraction());
        bar.setAccessibleText(words.name(line.name()));
        progress.setText(line.isBusy() ? words.progress(line) : "");
    }

    private void showButtons(JobLine line) {
        var focused = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        run.setVisible(!line.isBusy());
        cancel.setVisible(line.isBusy());
        cancel.setDisable(line.phase() == Phase.STOPPING || line.phase() == Phase.ELSEWHERE);
        pause.setVisible(!line.state().paused());
        resume.setVisible(line.state().paused());
        handOver(focused, run, cancel);
        handOver(focused, pause, resume);
    }

    /** Of two buttons of which one takes the other's place, the one that is shown keeps the keyboard. */
    private static void handOver(Optional<Node> focused, Button one, Button other) {
        if (focused.filter(node -> node.equals(one) || node.equals(other)).isPresent()) {
            (one.isVisible() ? one : other).requestFocus();
        }
    }

    private void edit(boolean on, Button edit) {
        show(form, on);
        if (on) {
            model.currentProperty()
                    .get()
                    .ifPresent(line -> form.edit(line.state().schedule()));
        } else if (getScene() != null) {
            edit.requestFocus();
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
