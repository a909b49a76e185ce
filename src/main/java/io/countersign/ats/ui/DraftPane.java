package io.countersign.ats.ui;

import io.countersign.ats.DraftDesk.Template;
import io.countersign.ats.FollowUpDraft;
import io.countersign.shared.ui.SectionLabel;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A follow-up to change, copy, keep or hand to a mail program; and the template behind it. */
final class DraftPane extends VBox {
    private static final String PLACEHOLDERS = "{company}, {role}, {person}, {day}, {me}";
    private static final double LINE_EM = 1.55;
    private static final int FEWEST_LINES = 6;
    private static final int MOST_LINES = 16;
    private static final double LETTER_EM = 0.47;

    private final DraftViewModel model;
    private final ApplicationWords words;
    private final SectionLabel title = new SectionLabel();
    private final Label kept = new Label();
    private final Label to = new Label();
    private final TextField subject = new TextField();
    private final TextArea body = new TextArea();
    private final Button discard;
    private final VBox fields = new VBox();
    private final VBox template = new VBox();
    private boolean showing;

    /** {@code onLeave} is called when the keyboard should go back to the list. */
    DraftPane(DraftViewModel model, ApplicationWords words, Runnable onLeave) {
        this.model = model;
        this.words = words;
        setId("draft");
        getStyleClass().add("draft");
        managedProperty().bind(visibleProperty());
        kept.getStyleClass().addAll("chip", "ok");
        kept.setText(words.get("applications.draft.kept"));
        to.getStyleClass().addAll("muted", "small");
        to.setWrapText(true);
        subject.setId("draft-subject");
        subject.setAccessibleText(words.get("applications.draft.subject"));
        subject.setPromptText(words.get("applications.draft.subject"));
        body.setId("draft-body");
        body.setAccessibleText(words.get("applications.draft.body"));
        body.setWrapText(true);
        subject.textProperty().subscribe((_, _) -> typed());
        body.textProperty().subscribe((_, _) -> typed());
        body.widthProperty().subscribe(_ -> fit());
        body.fontProperty().subscribe(_ -> fit());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                onLeave.run();
                key.consume();
            }
        });
        discard = button("discard", model::discard);
        fields.getStyleClass().add("draft-fields");
        fields.getChildren().addAll(to, subject, body, buttons());
        template.getStyleClass().add("draft-template");
        var head = new HBox(title, kept);
        head.getStyleClass().add("draft-head");
        getChildren().addAll(head, fields, template);
        model.draftProperty().subscribe(this::show);
        model.templateProperty().subscribe(this::showTemplate);
    }

    /** Gives the keyboard to the text, at its end. */
    void begin() {
        body.requestFocus();
        body.end();
    }

    private FlowPane buttons() {
        var copy = button("copy", this::copy);
        copy.getStyleClass().add("act");
        var row = new FlowPane(
                copy,
                button("open", model::open),
                button("keep", model::keep),
                button("save", model::save),
                button("template", model::editTemplate),
                discard);
        row.getStyleClass().add("chips");
        return row;
    }

    private Button button(String id, Runnable action) {
        var button = new Button(words.get("applications.draft." + id));
        button.setId("draft-" + id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void show(Optional<FollowUpDraft> shown) {
        setVisible(shown.isPresent());
        shown.ifPresent(draft -> {
            showing = true;
            title.setText(words.draftKind(draft.kind()));
            to.setText(
                    draft.to().isEmpty()
                            ? words.get("applications.draft.to.nobody")
                            : words.get("applications.draft.to", draft.to()));
            subject.setText(draft.subject());
            body.setText(draft.body());
            kept.setVisible(draft.kept());
            discard.setVisible(draft.kept());
            showing = false;
            fit();
        });
    }

    private void typed() {
        if (!showing) {
            model.type(subject.getText(), body.getText());
            kept.setVisible(false);
            discard.setVisible(true);
            fit();
        }
    }

    private void copy() {
        model.current().ifPresent(draft -> {
            var content = new ClipboardContent();
            content.putString(draft.body());
            Clipboard.getSystemClipboard().setContent(content);
            model.copied();
        });
    }

    /** As high as its text, within limits: a draft is read whole before it is sent. */
    private void fit() {
        double em = body.getFont().getSize();
        double perLine = Math.max(20, body.getWidth() / (LETTER_EM * em) - 4);
        double lines = body.getText()
                .lines()
                .mapToDouble(line -> Math.max(1, Math.ceil(line.length() / perLine)))
                .sum();
        body.setPrefHeight(Math.rint((Math.clamp(lines, FEWEST_LINES, MOST_LINES) + 1) * LINE_EM * em));
        body.setMinHeight(body.getPrefHeight());
    }

    private void showTemplate(Optional<Template> shown) {
        fields.setVisible(shown.isEmpty());
        fields.setManaged(shown.isEmpty());
        template.getChildren().clear();
        shown.ifPresent(now -> {
            var about = new TextField(now.subject());
            var text = new TextArea(now.body());
            text.setWrapText(true);
            text.setPrefRowCount(8);
            var original = new Button(words.get("applications.draft.template.original"));
            original.setId("template-original");
            original.setMinWidth(USE_PREF_SIZE);
            original.setOnAction(_ -> model.setTemplate(new Template("", "")));
            template.getChildren()
                    .add(new FormFrame(words, "applications.draft.template.title", "applications.save")
                            .hint(words.get("applications.draft.template.hint", PLACEHOLDERS))
                            .field("subject", about)
                            .field("text", text)
                            .buttons(
                                    () -> model.setTemplate(new Template(about.getText(), text.getText())),
                                    model::leaveTemplate,
                                    original));
            text.requestFocus();
        });
    }
}
