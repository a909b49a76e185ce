package io.countersign.insight.ui;

import io.countersign.insight.RecallQuestion;
import io.countersign.insight.ui.QuestionsViewModel.Asked;
import io.countersign.mail.Message;
import io.countersign.shared.ui.Monogram;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The question that waits for the person: about a mail that no policy proposed, or about a policy that earned automation. */
final class QuestionCard extends VBox {
    private final InsightsViewModel model;
    private final InsightWords words;
    private final Label title = new Label();
    private final Label why = new Label();
    private final Label open = new Label();
    private final VBox asked = new VBox();
    private final VBox subject = new VBox();
    private final GridPane answer = new GridPane();
    private final HBox buttons = new HBox();
    private final Button yes = answer("question-yes", "Y");
    private final Button no = answer("question-no", "N");
    private final Button skip = answer("question-skip", "S");

    QuestionCard(InsightsViewModel model, InsightWords words) {
        this.model = model;
        this.words = words;
        setId("question");
        getStyleClass().addAll("card", "question-card");
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().addAll("muted", "small");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        open.getStyleClass().add("chip");
        open.setMinWidth(USE_PREF_SIZE);
        yes.getStyleClass().add("act");
        yes.setOnAction(_ -> model.questions().answer(true));
        no.setOnAction(_ -> model.questions().answer(false));
        skip.getStyleClass().add("quiet");
        skip.setOnAction(_ -> model.questions().skip());
        buttons.getChildren().addAll(yes, no, skip);
        buttons.getStyleClass().add("question-buttons");
        buttons.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        asked.getChildren().add(title);
        asked.setMinWidth(0);
        HBox.setHgrow(asked, Priority.ALWAYS);
        var head = new HBox(asked, open);
        head.getStyleClass().add("question-head");
        subject.setMinWidth(0);
        subject.setAlignment(Pos.CENTER_LEFT);
        answer.getStyleClass().add("question-answer");
        answer.getChildren().addAll(subject, buttons);
        GridPane.setHgrow(subject, Priority.ALWAYS);
        getChildren().addAll(head, answer);
        fit(true);
        managedProperty().bind(visibleProperty());
        setMinHeight(USE_PREF_SIZE);
        model.questions().currentProperty().subscribe(this::show);
    }

    /** The answers beside the mail where there is room for both, else below it. */
    void fit(boolean beside) {
        GridPane.setConstraints(subject, 0, 0);
        GridPane.setConstraints(buttons, beside ? 1 : 0, beside ? 0 : 1);
    }

    private static Button answer(String id, String key) {
        var kbd = new Label(key);
        kbd.getStyleClass().add("kbd");
        var button = new Button("", kbd);
        button.setId(id);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show(Optional<Asked> next) {
        boolean hadFocus = yes.isFocused() || no.isFocused() || skip.isFocused();
        setVisible(next.isPresent());
        asked.getChildren().setAll(title);
        subject.getChildren().clear();
        next.ifPresent(current -> {
            open.setText(words.get("insights.question.open", current.open()));
            open.setVisible(current.open() > 1);
            switch (current.question()) {
                case Question.Recall(var question) -> recall(question);
                case Question.Automation(var policy) -> {
                    say("trust");
                    title.setText(words.get("insights.question.trust", policy.name()));
                    why.setText(words.get(
                            "insights.question.trust.why",
                            words.number(policy.decided()),
                            words.percent(policy.precisionLow())));
                    subject.getChildren().setAll(why);
                }
            }
            if (hadFocus) {
                yes.requestFocus();
            }
        });
    }

    private void recall(RecallQuestion question) {
        say("recall");
        title.setText(words.get("insights.question.recall", words.action(question.action())));
        why.setText(words.get("insights.question.recall.why", question.policyName()));
        asked.getChildren().setAll(title, why);
        subject.getChildren().setAll(mail(question.mail()));
        yes.setAccessibleText(yes.getText() + ". " + title.getText() + " " + words.sender(question.mail()) + ", "
                + words.subject(question.mail()));
    }

    private void say(String kind) {
        yes.setText(words.get("insights.question." + kind + ".yes"));
        no.setText(words.get("insights.question." + kind + ".no"));
        skip.setText(words.get("insights.question.skip"));
        yes.setAccessibleText(null);
    }

    private Button mail(Message mail) {
        var monogram = new Monogram();
        monogram.show(mail.envelope().from().name(), mail.envelope().from().email());
        monogram.setMinWidth(USE_PREF_SIZE);
        var sender = new Label(words.sender(mail));
        sender.getStyleClass().add("strong");
        sender.setMinWidth(0);
        var about = new Label(words.subject(mail));
        about.setMinWidth(0);
        var both = new VBox(sender, about);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        var age = new Label(words.formats().date(mail.envelope().receivedAt()));
        age.getStyleClass().addAll("muted", "small");
        age.setMinWidth(USE_PREF_SIZE);
        var content = new HBox(monogram, both, age);
        content.getStyleClass().add("drill-row");
        var line = new Button(null, content);
        line.setId("question-mail");
        line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.getStyleClass().setAll("mail-line");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinWidth(0);
        content.prefWidthProperty().bind(line.widthProperty().subtract(22));
        line.setTooltip(new Tooltip(words.get("insights.question.read")));
        line.setAccessibleText(sender.getText() + ", " + about.getText());
        line.setOnAction(_ -> model.drill().openOne(words.get("insights.question.mail"), mail));
        return line;
    }
}
