package io.countersign.ats.ui;

import io.countersign.ats.Standing;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything about the chosen application: why it stands where it does, what happened, what to write, what to correct. */
final class DetailPane extends VBox {
    private final ApplicationsViewModel model;
    private final ApplicationWords words;
    private final Label company = new Label();
    private final Label role = new Label();
    private final Label stage = new Label();
    private final Label standing = new Label();
    private final TextFlow why = new TextFlow();
    private final Label step = new Label();
    private final Button begin = new Button();
    private final VBox form = new VBox();
    private final VBox interview = new VBox();
    private final Label talk = new Label();
    private final Button add = new Button();
    private final TimelinePane timeline;
    private final DraftPane draft;
    private final ScrollPane scroll = new ScrollPane();
    private Optional<ApplicationRow> shown = Optional.empty();
    private boolean wanted;

    /** {@code toList} gives the keyboard back to where the application was chosen. */
    DetailPane(ApplicationsViewModel model, ApplicationWords words, Runnable toList) {
        this.model = model;
        this.words = words;
        timeline = new TimelinePane(model, words, toList);
        draft = new DraftPane(model.draft(), words, toList);
        setId("application-detail");
        getStyleClass().addAll("card", "application-detail");
        form.managedProperty().bind(form.visibleProperty());
        var content =
                new VBox(why, new QuestionPane(model, words, toList), nextStep(), form, interview(), timeline, draft);
        content.getStyleClass().add("detail-body");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll, footer());
        model.listing().selectedProperty().subscribe(row -> row.ifPresent(this::show));
        model.formProperty().subscribe(this::ask);
        model.draft().draftProperty().subscribe(_ -> drafted());
    }

    /** Gives the keyboard to the draft, once there is one. */
    void beginDraft() {
        model.openProperty().set(true);
        wanted = true;
        model.draft().begin();
        drafted();
    }

    private void drafted() {
        if (wanted && draft.isVisible()) {
            wanted = false;
            draft.begin();
            Platform.runLater(() -> reveal(draft));
        }
    }

    private HBox header() {
        company.getStyleClass().add("subtitle");
        role.getStyleClass().add("muted");
        for (var label : List.of(company, role)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        stage.getStyleClass().add("chip");
        stage.setMinWidth(USE_PREF_SIZE);
        standing.getStyleClass().addAll("chip", "warn");
        standing.managedProperty().bind(standing.visibleProperty());
        var chips = new FlowPane(stage, standing);
        chips.getStyleClass().addAll("chips", "detail-chips");
        var text = new VBox(company, role, chips);
        text.getStyleClass().add("detail-words");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new Button(null, new FontIcon("mdi2c-close"));
        close.setId("close-detail");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(words.get("applications.detail.close"));
        close.setTooltip(new Tooltip(words.get("applications.detail.close")));
        close.setOnAction(_ -> model.openProperty().set(false));
        var header = new HBox(text, close);
        header.getStyleClass().add("detail-header");
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private Node nextStep() {
        step.setId("next-step");
        step.setWrapText(true);
        step.setMinHeight(USE_PREF_SIZE);
        step.getStyleClass().add("first-line");
        begin.setId("draft-begin");
        begin.setMinWidth(USE_PREF_SIZE);
        begin.managedProperty().bind(begin.visibleProperty());
        begin.setOnAction(_ -> beginDraft());
        var gap = new SectionLabel(words.get("applications.next.step"));
        var both = new VBox(gap, step);
        both.getStyleClass().add("detail-words");
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        var line = new HBox(both, begin);
        line.getStyleClass().add("next-step");
        return line;
    }

    private Node interview() {
        talk.setWrapText(true);
        talk.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(talk, Priority.ALWAYS);
        talk.setMaxWidth(Double.MAX_VALUE);
        add.setText(words.get("applications.interview.add"));
        add.managedProperty().bind(add.visibleProperty());
        add.setId("add-to-calendar");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> shown.ifPresent(model::saveInterview));
        var line = new HBox(talk, add);
        line.getStyleClass().add("next-step");
        interview.getStyleClass().add("detail-words");
        interview.managedProperty().bind(interview.visibleProperty());
        interview.getChildren().addAll(new SectionLabel(words.get("applications.interview")), line);
        return interview;
    }

    private Node footer() {
        var correct = new Button(words.get("applications.correct.stage"));
        correct.setId("correct-stage");
        correct.setOnAction(_ -> model.ask(Form.STAGE));
        var asked = new Button(words.get("applications.followed.up"));
        asked.setId("followed-up");
        asked.setOnAction(_ -> model.correct(model.corrections()::followedUp));
        asked.managedProperty().bind(asked.visibleProperty());
        model.listing()
                .selectedProperty()
                .subscribe(row -> asked.setVisible(row.filter(r -> !r.isEnded()).isPresent()));
        var more = new MenuButton(words.get("applications.more"));
        more.setId("more");
        more.getItems()
                .addAll(
                        item("rename", () -> model.ask(Form.RENAME)),
                        item("merge.with", () -> model.ask(Form.MERGE)),
                        item("split.off", () -> model.ask(Form.SPLIT)),
                        item("dismiss", () -> model.correct(model.corrections()::dismiss)));
        var footer = new FlowPane(correct, asked, more);
        footer.getStyleClass().addAll("card-footer", "chips", "detail-footer");
        for (var button : List.of(correct, asked, more)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        footer.setMinHeight(USE_PREF_SIZE);
        return footer;
    }

    private MenuItem item(String id, Runnable action) {
        var item = new MenuItem(words.get("applications." + id));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void show(ApplicationRow row) {
        boolean same = shown.map(ApplicationRow::id).equals(Optional.of(row.id()));
        wanted = wanted && same;
        shown = Optional.of(row);
        company.setText(words.company(row));
        role.setText(Stream.concat(Stream.of(words.role(row)), row.application().system().map(words::system).stream())
                .collect(Collectors.joining(" · ")));
        stage.setText(words.stage(row));
        RiskBar.tone(stage, row.stage());
        var late = row.outlook().standing();
        standing.setVisible(late == Standing.OVERDUE || late == Standing.GHOSTED);
        standing.setText(words.get(
                late == Standing.GHOSTED ? "applications.standing.ghosted" : "applications.standing.overdue"));
        why(words.reasons(row));
        step.setText(words.fullStep(row));
        begin.setText(words.beginDraft(row));
        begin.getStyleClass().remove("act");
        if (row.needsAction(words.days().today()) && row.step().draftKind().isPresent()) {
            begin.getStyleClass().add("act");
        }
        RiskBar.tone(step, row.needsAction(words.days().today()) ? "accent" : "");
        begin.setVisible(!row.isEnded());
        var date = row.application().state().interviewDate();
        interview.setVisible(date.isPresent());
        date.ifPresent(at -> talk.setText(words.days().full(at)));
        add.setVisible(row.talkAfter(words.days().now()).isPresent());
        timeline.show(row);
        if (!same) {
            scroll.setVvalue(0);
        }
    }

    private void why(List<String> reasons) {
        why.getChildren().clear();
        for (int i = 0; i < reasons.size(); i++) {
            var text = new Text(reasons.get(i) + (i < reasons.size() - 1 ? " " : ""));
            text.getStyleClass().addAll("body", i == 0 ? "strong" : "plain");
            why.getChildren().add(text);
        }
        why.getStyleClass().setAll("why");
        why.setAccessibleText(String.join(" ", reasons));
    }

    private void ask(Form asked) {
        form.getChildren().clear();
        form.setVisible(asked != Form.NONE && asked != Form.ADD);
        model.listing().selectedProperty().get().filter(_ -> form.isVisible()).ifPresent(row -> {
            switch (asked) {
                case STAGE -> put(new StageForm(model, words, row)).begin();
                case RENAME -> put(new RenameForm(model, words, row)).begin();
                case MERGE -> put(new MergeForm(model, words, row)).begin();
                case SPLIT -> put(new SplitForm(model, words, row)).begin();
                case NONE, ADD -> {}
            }
            Platform.runLater(() -> reveal(form)); // once it has its height
        });
    }

    private <N extends Node> N put(N node) {
        form.getChildren().setAll(node);
        return node;
    }

    private void reveal(Node node) {
        double content = scroll.getContent().getBoundsInLocal().getHeight();
        double view = scroll.getViewportBounds().getHeight();
        if (content > view) {
            scroll.setVvalue(Math.clamp(node.getBoundsInParent().getMinY() / (content - view), 0, 1));
        }
    }
}
