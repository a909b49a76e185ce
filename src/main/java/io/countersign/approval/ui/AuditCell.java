package io.countersign.approval.ui;

import io.countersign.approval.ui.ActivityViewModel.Line;
import io.countersign.shared.ui.Formats;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line of the log: what happened, to which mail, when; red when it failed. */
final class AuditCell extends ListCell<Line> {
    private static final List<String> STATES = List.of("ok", "bad", "warn", "accent");

    private final Formats formats;
    private final Label event = new Label();
    private final Label action = new Label();
    private final Label mail = new Label();
    private final Label when = new Label();
    private final HBox row;

    AuditCell(Formats formats) {
        this.formats = formats;
        event.getStyleClass().add("chip");
        event.setMinWidth(Region.USE_PREF_SIZE);
        action.getStyleClass().add("strong");
        mail.getStyleClass().add("muted");
        mail.setTextOverrun(OverrunStyle.ELLIPSIS);
        when.getStyleClass().addAll("muted", "num");
        when.setMinWidth(Region.USE_PREF_SIZE);
        var state = new HBox(event);
        state.getStyleClass().add("audit-event");
        var words = new VBox(action, mail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(state, words, when);
        row.getStyleClass().add("audit-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var entry = line.entry();
        event.setText(line.event());
        event.getStyleClass().removeAll(STATES);
        switch (entry.event()) {
            case "executed", "approved" -> event.getStyleClass().add("ok");
            case "failed" -> event.getStyleClass().add("bad");
            case "undone", "kept" -> event.getStyleClass().add("warn");
            case "proposed" -> event.getStyleClass().add("accent");
            default -> {}
        }
        action.setText(line.action());
        mail.setText(entry.outcome()
                .map(o -> line.mail().isEmpty() ? o : line.mail() + " · " + o)
                .orElse(line.mail()));
        mail.setManaged(!mail.getText().isEmpty());
        mail.setVisible(mail.isManaged());
        when.setText(formats.moment(entry.at()));
        setAccessibleText(String.join(", ", line.event(), line.action(), mail.getText(), when.getText()));
        setGraphic(row);
    }
}
