package io.countersign.ats.ui;

import io.countersign.ats.ApplicationSource;
import io.countersign.ats.NewApplication;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.mail.Stage;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An application that no mail tells of. Says so when the person applied to that employer before. */
final class AddForm extends VBox {
    private static final int MOST_SHOWN = 4;
    private static final int SHORTEST_NAME = 2;

    private final ApplicationsViewModel model;
    private final ApplicationWords words;
    private final NewestOnly asking;
    private final TextField company = new TextField();
    private final Label problem = FormFrame.problemLabel();
    private final VBox known = new VBox();
    private final TextField role = new TextField();
    private final ComboBox<Choice<Stage>> stage;
    private final DatePicker applied;
    private final ComboBox<Choice<ApplicationSource>> source = new ComboBox<>();
    private final TextArea note = new TextArea();

    AddForm(ApplicationsViewModel model, ApplicationWords words) {
        this.model = model;
        this.words = words;
        asking = model.lookUps();
        setId("add-form");
        getStyleClass().add("card");
        known.getStyleClass().add("known-already");
        known.setId("known-already");
        known.setVisible(false);
        known.managedProperty().bind(known.visibleProperty());
        stage = StageForm.box(words, Stage.APPLIED);
        applied = FormFrame.days(words);
        applied.setValue(model.today());
        source.getItems()
                .setAll(Stream.of(ApplicationSource.values())
                        .map(each -> new Choice<>(each, words.source(each)))
                        .toList());
        source.setValue(source.getItems().getFirst());
        note.setPrefRowCount(2);
        note.setWrapText(true);
        company.textProperty().subscribe((_, text) -> lookUp(text));
        build();
    }

    /** Puts the keyboard into the first field. */
    void begin() {
        applyCss(); // a scroll pane takes its content in with its first styles, and only then can it have the focus
        company.requestFocus();
    }

    private void build() {
        var frame = new FormFrame(words, "applications.ask.add", "applications.add.save")
                .field("company", company)
                .with(problem)
                .with(known)
                .field("role", role)
                .field("stage", stage)
                .field("applied", applied)
                .field("source", source)
                .field("note", note)
                .buttons(this::save, model::close);
        frame.getStyleClass().add("alone");
        var scroll = new ScrollPane(frame);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private void lookUp(String typed) {
        if (typed.strip().length() < SHORTEST_NAME) {
            tell(List.of());
        } else {
            model.lookUp(typed.strip(), asking, this::tell);
        }
    }

    private void tell(List<ApplicationRow> found) {
        known.getChildren().clear();
        known.setVisible(!found.isEmpty() && company.getText().strip().length() >= SHORTEST_NAME);
        if (found.isEmpty()) {
            return;
        }
        var title = new Label(words.get("applications.known", found.size()));
        title.getStyleClass().addAll("strong", "warn");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        known.getChildren().add(title);
        found.stream().limit(MOST_SHOWN).map(this::line).forEach(known.getChildren()::add);
        if (found.size() > MOST_SHOWN) {
            var more = new Label(words.get("applications.known.more", found.size() - MOST_SHOWN));
            more.getStyleClass().addAll("muted", "small");
            known.getChildren().add(more);
        }
    }

    private Button line(ApplicationRow row) {
        var when = row.application()
                .state()
                .appliedAt()
                .map(at -> words.days().shortDate(at))
                .orElseGet(() -> words.days()
                        .shortDate(row.application().timeline().getFirst().at()));
        var line = new Button(words.get("applications.known.line", words.title(row), when, words.stage(row)));
        line.getStyleClass().setAll("mail-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setOnAction(_ -> {
            model.formProperty().set(Form.NONE);
            model.listing().reveal(row);
            model.openProperty().set(true);
        });
        return line;
    }

    private void save() {
        var wrong = RenameForm.wrong(company.getText(), words);
        FormFrame.problem(company, problem, wrong);
        if (wrong.isPresent()) {
            company.requestFocus();
            return;
        }
        model.add(new NewApplication(
                company.getText().strip(),
                RenameForm.shortened(role.getText().strip()),
                stage.getValue().value(),
                Optional.ofNullable(applied.getValue())
                        .filter(day -> !day.isAfter(model.today()))
                        .orElseGet(model::today),
                source.getValue().value(),
                note.getText().strip()));
    }
}
