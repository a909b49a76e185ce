package io.countersign.approval.ui;

import io.countersign.approval.Proposal;
import io.countersign.approval.SenderHistory;
import io.countersign.ats.ui.RecruiterRiskPanel;
import io.countersign.policy.Clause;
import io.countersign.shared.ui.SectionLabel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why something is proposed: the sentence, the policy clause by clause, how the confidence adds up, and the sender's past. */
final class WhyPane extends VBox {
    // Longer ones stand below their clause, where they can wrap.
    private static final int SHORT_VALUE = 22;

    private final ApprovalWords words;
    private final ClauseSentences sentences;
    private final ReasonSentences reasonSentences;
    private final RecruiterRiskPanel recruiterRisk;
    private final AppliedPane applied;

    WhyPane(ApprovalWords words, Runnable applications) {
        this.words = words;
        recruiterRisk = new RecruiterRiskPanel(words.texts());
        applied = new AppliedPane(words, applications);
        sentences = new ClauseSentences(words.texts(), words.formats());
        reasonSentences = new ReasonSentences(words.texts());
        getStyleClass().add("why");
    }

    void clear() {
        getChildren().clear();
    }

    void show(ProposalDetail detail) {
        var proposal = detail.proposal();
        var rationale = proposal.rationale();
        getChildren().setAll(new SectionLabel(words.texts().get("approvals.why")));
        getChildren().add(verdict(proposal));
        section(
                words.texts().get("approvals.why.policy", proposal.policyName()),
                rationale.clauses().stream().map(this::clause).toList());
        section(words.texts().get("approvals.why.risk"), risks(detail));
        section(words.texts().get("approvals.why.applied"), applied.lines(detail.earlier()));
        section(words.texts().get("approvals.why.score"), score(proposal));
        section(words.texts().get("approvals.why.sender"), List.of(text(history(detail.history()))));
    }

    private TextFlow verdict(Proposal proposal) {
        var verdict = new Text(words.texts()
                .get(
                        "approvals.verdict",
                        words.action(proposal.action()),
                        words.formats().percent(proposal.confidence())));
        verdict.getStyleClass().add("strong");
        var reasons = new Text(" " + reasonSentences.of(proposal.rationale().summary()));
        var both = new TextFlow(verdict, reasons);
        both.getStyleClass().add("verdict");
        both.setMinHeight(Region.USE_PREF_SIZE);
        both.setAccessibleText(verdict.getText() + reasons.getText());
        return both;
    }

    private void section(String title, List<? extends Node> content) {
        if (!content.isEmpty()) {
            var heading = new SectionLabel(title);
            heading.getStyleClass().add("why-heading");
            heading.setWrapText(true);
            getChildren().add(heading);
            getChildren().addAll(content);
        }
    }

    private Node clause(Clause clause) {
        var icon = new FontIcon(clause.matched() ? "mdi2c-check" : "mdi2c-circle-outline");
        icon.getStyleClass().add("icon-small");
        if (clause.matched()) {
            icon.getStyleClass().add("ok");
        }
        var what = text(sentences.clause(clause));
        var value = sentences.value(clause);
        var seen = text(value);
        seen.getStyleClass().add("muted");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        var spoken = clause.matched() ? "approvals.clause.holds" : "approvals.clause.fails";
        what.setAccessibleText(words.texts().get(spoken, what.getText(), value));
        boolean below = value.length() > SHORT_VALUE;
        seen.setMinWidth(below ? 0 : Region.USE_PREF_SIZE);
        var line = below ? new HBox(icon, beneath(what, seen)) : new HBox(icon, what, seen);
        line.getStyleClass().add("clause");
        return line;
    }

    private static VBox beneath(Label what, Label seen) {
        var both = new VBox(what, seen);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    /** A recruiter's mail comes with what to check; of other mail the reasons do. */
    private List<Node> risks(ProposalDetail detail) {
        detail.recruiterRisk().ifPresent(recruiterRisk::show);
        return detail.recruiterRisk().isPresent() ? List.of(recruiterRisk) : plainRisks(detail);
    }

    private List<Node> plainRisks(ProposalDetail detail) {
        return detail.understanding().riskScore() < DetailHeader.NOTEWORTHY_RISK
                ? List.of()
                : detail.understanding().riskReasons().stream()
                        .map(reason -> {
                            var icon = new FontIcon("mdi2a-alert-outline");
                            icon.getStyleClass().addAll("icon-small", "bad");
                            var what = text(reasonSentences.risk(reason));
                            HBox.setHgrow(what, Priority.ALWAYS);
                            var line = new HBox(icon, what);
                            line.getStyleClass().add("clause");
                            return (Node) line;
                        })
                        .toList();
    }

    private List<Node> score(Proposal proposal) {
        var features = proposal.rationale().features();
        var lines = new ScoreLines(words).of(proposal);
        var content = new ArrayList<Node>();
        if (!lines.isEmpty()) {
            content.add(ScoreGrid.of(
                    lines, words.texts().get("approvals.score.total"), ScoreLines.percent(proposal), words.formats()));
        } else if (!features.isEmpty()) {
            content.add(ScoreGrid.ofFeatures(features, words));
        }
        if (features.isEmpty()) {
            var none = text(words.texts().get("approvals.why.nothing.learned"));
            none.getStyleClass().add("muted");
            content.add(none);
        }
        return content;
    }

    private String history(SenderHistory history) {
        return history.approved() + history.rejected() + history.undone() == 0
                ? words.texts().get("approvals.sender.new")
                : words.texts()
                        .get(
                                "approvals.sender.before",
                                words.formats().number(history.approved()),
                                words.formats().number(history.rejected()),
                                words.formats().number(history.undone()));
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
