package io.countersign.approval.ui;

import io.countersign.approval.BatchSummary;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One decision: what it did and when, with Undo while it can be taken back. */
final class BatchCell extends ListCell<BatchSummary> {
    private final ActivityViewModel model;
    private final Texts texts;
    private final Formats formats;
    private final Label title = new Label();
    private final Label what = new Label();
    private final Label when = new Label();
    private final Button undo = new Button();
    private final Label undone = new Label();
    private final Label alone = new Label();
    private final Tooltip all = new Tooltip();
    private final VBox row;

    BatchCell(ActivityViewModel model, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        title.getStyleClass().add("strong");
        when.getStyleClass().addAll("muted", "small");
        what.getStyleClass().add("muted");
        undo.setText(texts.get("activity.undo"));
        undo.setGraphic(new FontIcon("mdi2u-undo"));
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undone.setText(texts.get("activity.batch.undone"));
        undone.getStyleClass().addAll("chip", "warn");
        undone.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        alone.setText(texts.get("approvals.trust.automatic"));
        alone.getStyleClass().addAll("chip", "accent");
        alone.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        var first = new HBox(title, alone, gap, undo, undone);
        first.getStyleClass().add("batch-title");
        row = new VBox(first, what, when);
        row.getStyleClass().add("batch-row");
        what.setTooltip(all);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable BatchSummary batch, boolean empty) {
        super.updateItem(batch, empty);
        if (empty || batch == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(batch.automatic()
                .map(policy -> texts.get("activity.batch.automatic", OneLine.of(policy), batch.size()))
                .orElseGet(() -> texts.get(
                        batch.approve() ? "activity.batch.approved" : "activity.batch.rejected", batch.size())));
        show(alone, batch.automatic().isPresent());
        what.setText(
                batch.failed() == 0
                        ? model.describe(batch)
                        : texts.get("activity.batch.failed", model.describe(batch), batch.failed()));
        all.setText(what.getText());
        when.setText(formats.moment(batch.at()));
        show(undo, batch.undoneAt().isEmpty());
        show(undone, batch.undoneAt().isPresent());
        undo.setOnAction(_ -> model.undo(batch));
        undo.setAccessibleText(texts.get("activity.undo.accessible", title.getText(), when.getText()));
        setAccessibleText(String.join(", ", title.getText(), what.getText(), when.getText()));
        setGraphic(row);
    }

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
