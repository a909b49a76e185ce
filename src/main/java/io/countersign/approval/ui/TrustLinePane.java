package io.countersign.approval.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing about trust above the list: a calm question with its two answers, or why a policy asks again. */
final class TrustLinePane extends HBox {
    private final ApprovalWords words;

    TrustLinePane(TrustLine line, TrustViewModel model, ApprovalWords words) {
        this.words = words;
        getStyleClass().addAll("banner", "calm");
        setMinHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.PARENT);
        switch (line) {
            case TrustLine.Question(var policy) -> {
                say("mdi2s-shield-check-outline", "accent", words.trust().question(policy));
                getChildren()
                        .addAll(
                                button("approvals.trust.yes", "accent", () -> model.answer(policy, true)),
                                button("approvals.trust.keep", "quiet", () -> model.answer(policy, false)));
            }
            case TrustLine.Demoted(var policy) -> {
                say("mdi2s-shield-alert-outline", "warn", words.trust().demoted(policy));
                getChildren().add(button("approvals.dismiss", "quiet", () -> model.dismiss(line)));
            }
        }
    }

    private void say(String literal, String tone, String sentence) {
        var icon = new FontIcon(literal);
        icon.getStyleClass().add(tone);
        var text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, text);
        setAccessibleText(sentence);
    }

    private Button button(String key, String style, Runnable press) {
        var button = new Button(words.texts().get(key));
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(button.getText() + ": " + getAccessibleText());
        button.setOnAction(_ -> press.run());
        return button;
    }
}
