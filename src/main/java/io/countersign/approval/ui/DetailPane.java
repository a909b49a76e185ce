package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.shared.ui.EmptyState;
import java.time.InstantSource;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The right side: one proposal, its mail and its reasons. What takes long to read is announced, what does not never flickers. */
final class DetailPane extends StackPane {
    private static final double LOW_EM = 20;
    private static final Duration PATIENCE = Duration.millis(100);

    private final ApprovalWords words;
    private final DetailHeader header;
    private final MessagePane message;
    private final WhyPane why;
    private final ReadingPane reading;
    private final VBox skeleton = skeleton();
    private final Label failure = new Label();
    private final EmptyState nothing = new EmptyState();
    private final VBox something;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    DetailPane(ApprovalsViewModel model, ApprovalWords words, InstantSource clock) {
        this.words = words;
        header = new DetailHeader(model, words, clock);
        message = new MessagePane(words);
        why = new WhyPane(words, model::showApplications);
        reading = new ReadingPane(message, why);
        failure.getStyleClass().addAll("detail-failure", "bad");
        failure.setWrapText(true);
        nothing.setIcon("mdi2e-email-open-outline");
        nothing.setTitle(words.texts().get("approvals.nothing.chosen"));
        nothing.setMessage(words.texts().get("approvals.nothing.chosen.hint"));
        var content = new StackPane(reading, skeleton, failure);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinSize(0, 0);
        something = new VBox(header, content, new DecisionBar(model, words));
        getChildren().addAll(nothing, something);
        setMinHeight(0);
        heightProperty()
                .subscribe(height -> header.setCompact(
                        height.doubleValue() < LOW_EM * failure.getFont().getSize()));
        patience.setOnFinished(_ -> skeleton.setVisible(true));
        model.detail().subscribe(this::show);
    }

    /** Puts the focus on the text of the mail. */
    void focusText() {
        reading.focusText();
    }

    private void show(DetailState state) {
        patience.stop();
        skeleton.setVisible(false);
        failure.setVisible(state instanceof DetailState.Failed);
        reading.setVisible(state instanceof DetailState.Ready);
        nothing.setVisible(state instanceof DetailState.Nothing);
        something.setVisible(!(state instanceof DetailState.Nothing));
        switch (state) {
            case DetailState.Nothing _ -> {}
            case DetailState.Reading(var row) -> begin(row);
            case DetailState.Failed(var row, var reason) -> {
                header.show(row);
                failure.setText(words.texts().get("approvals.unreadable", reason));
            }
            case DetailState.Ready(var detail) -> {
                header.show(detail.row());
                header.show(detail.understanding());
                message.show(detail);
                why.show(detail);
                reading.toTop();
            }
        }
    }

    private void begin(PendingRow row) {
        header.show(row);
        patience.playFromStart();
    }

    private static VBox skeleton() {
        var lines = new VBox();
        lines.getStyleClass().add("skeleton");
        for (double width : new double[] {260, 340, 300, 320, 180}) {
            var line = new Region();
            line.getStyleClass().add("track");
            line.setMaxWidth(width);
            line.setMinHeight(12);
            lines.getChildren().add(line);
        }
        return lines;
    }
}
