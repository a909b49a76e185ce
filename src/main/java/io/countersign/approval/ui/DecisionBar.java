package io.countersign.approval.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The answers below a mail, each with its key. */
final class DecisionBar extends HBox {
    private static final double GAPS_EM = 5;
    private static final double WIDEST = 10_000;

    private final Button approve = new Button();
    private final Button reject = new Button();
    private final ApprovalWords words;

    DecisionBar(ApprovalsViewModel model, ApprovalWords words) {
        this.words = words;
        getStyleClass().add("card-footer");
        var always = new Button(words.texts().get("approvals.always"));
        var hints = new Label(words.texts().get("approvals.hints"));
        hints.getStyleClass().add("muted");
        hints.setMinWidth(USE_PREF_SIZE);
        var edit = new Button(words.texts().get("approvals.always.edit"));
        var buttons = new FlowPane(approve, reject, always, edit);
        buttons.getStyleClass().add("decision-buttons");
        buttons.setMinWidth(0);
        buttons.setPrefWrapLength(WIDEST);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        prepare(approve, "approve", "A", model::approve);
        prepare(reject, "reject", "R", model::reject);
        prepare(always, "always", "⇧A", model::always);
        prepare(edit, "always-edit", "⇧E", model::editAlways);
        edit.setAccessibleHelp(words.texts().get("approvals.always.edit.help"));
        edit.setTooltip(new Tooltip(edit.getAccessibleHelp()));
        edit.disableProperty().bind(model.cursor().marked().greaterThan(0));
        approve.getStyleClass().add("primary");
        reject.getStyleClass().add("reject");
        always.setAccessibleHelp(words.texts().get("approvals.always.help"));
        getChildren().addAll(buttons, hints);
        hints.managedProperty().bind(hints.visibleProperty());
        // The keys are told where that leaves the buttons in one line; how long their words are depends on the
        // language.
        widthProperty()
                .subscribe(width -> hints.setVisible(width.doubleValue()
                        >= buttons.prefWidth(-1)
                                + hints.prefWidth(-1)
                                + GAPS_EM * hints.getFont().getSize()));
        always.disableProperty().bind(model.cursor().marked().greaterThan(0));
        model.cursor().marked().subscribe(marked -> name(marked.intValue()));
    }

    private void name(int marked) {
        var count = words.formats().number(marked);
        approve.setText(
                marked == 0
                        ? words.texts().get("approvals.approve")
                        : words.texts().get("approvals.approve.n", count));
        reject.setText(
                marked == 0
                        ? words.texts().get("approvals.reject")
                        : words.texts().get("approvals.reject.n", count));
    }

    private static void prepare(Button button, String id, String key, Runnable action) {
        var hint = new Label(key);
        hint.getStyleClass().add("kbd");
        button.setId(id);
        button.setGraphic(hint);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
    }
}
