package io.countersign.ats.ui;

import io.countersign.ats.detection.RecruiterRisk;
import io.countersign.shared.ui.RiskSentences;
import io.countersign.shared.ui.SectionLabel;
import io.countersign.shared.ui.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The warning beside a recruiter's mail that may be a scam: how risky, why, and what to check before answering. */
public final class RecruiterRiskPanel extends VBox {
    private static final int HIGH = 70;

    private final Texts texts;
    private final RiskSentences sentences;

    public RecruiterRiskPanel(Texts texts) {
        this.texts = texts;
        sentences = new RiskSentences(texts);
        getStyleClass().add("recruiter-risk");
    }

    /** Shows this risk in place of the one before. */
    public void show(RecruiterRisk risk) {
        getChildren().setAll(verdict(risk.score()));
        risk.reasons()
                .forEach(reason ->
                        getChildren().add(line("mdi2a-alert-outline", tone(risk.score()), sentences.of(reason))));
        var proof = texts.get("scam.proof." + risk.proof().name().toLowerCase(Locale.ROOT));
        getChildren().add(line("mdi2e-email-check-outline", "muted", proof));
        if (!risk.checks().isEmpty()) {
            var heading = new SectionLabel(texts.get("scam.checks"));
            heading.getStyleClass().add("why-heading");
            getChildren().add(heading);
            risk.checks()
                    .forEach(check -> getChildren()
                            .add(line(
                                    "mdi2c-checkbox-blank-circle-outline", "muted", texts.get("scam.check." + check))));
        }
    }

    private HBox verdict(int score) {
        var verdict = line("mdi2s-shield-alert-outline", tone(score), texts.get("scam.verdict." + tone(score), score));
        verdict.getStyleClass().add("strong");
        return verdict;
    }

    private static String tone(int score) {
        return score >= HIGH ? "bad" : "warn";
    }

    private static HBox line(String icon, String tone, String text) {
        var sign = new FontIcon(icon);
        sign.getStyleClass().addAll("icon-small", tone);
        var words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(sign, words);
        line.getStyleClass().add("clause");
        return line;
    }
}
