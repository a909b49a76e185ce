package io.countersign.approval.ui;

import io.countersign.approval.ui.ActivityViewModel.Line;
import io.countersign.approval.ui.LogRow.Run;
import io.countersign.approval.ui.LogRow.Single;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One row of the log: what happened, to which mail or how many, when; red when it failed. */
final class AuditCell extends ListCell<LogRow> {
    private static final List<String> STATES = List.of("ok", "bad", "warn", "accent");
    private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");

    private final ActivityViewModel model;
    private final Texts texts;
    private final Formats formats;
    private final Label event = new Label();
    private final Label action = new Label();
    private final Label mail = new Label();
    private final Label when = new Label();
    private final FontIcon fold = new FontIcon();
    private final HBox row;

    AuditCell(ActivityViewModel model, Texts texts, Formats formats) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("audit-cell");
        event.getStyleClass().add("chip");
        event.setMinWidth(Region.USE_PREF_SIZE);
        action.getStyleClass().add("strong");
        mail.getStyleClass().add("muted");
        mail.setTextOverrun(OverrunStyle.ELLIPSIS);
        when.getStyleClass().addAll("muted", "num");
        when.setMinWidth(Region.USE_PREF_SIZE);
        fold.getStyleClass().add("icon-small");
        var state = new HBox(event);
        state.getStyleClass().add("audit-event");
        var words = new VBox(action, mail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(state, words, when);
        row.getStyleClass().add("audit-row");
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() instanceof Run run) {
                model.fold(getIndex(), !run.open());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable LogRow item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(INSIDE, item != null && item.inside());
        switch (item) {
            case Run run -> show(run);
            case Single single -> show(single.line());
            case null -> {
                setGraphic(null);
                setAccessibleText(null);
            }
        }
    }

    private void show(Run run) {
        fold.setIconLiteral(run.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
        action.setGraphic(fold);
        show(run.newest(), model.describe(run), run.open() ? "" : model.mails(run));
        setAccessibleText(
                texts.get(run.open() ? "activity.run.spoken.open" : "activity.run.spoken.closed", getAccessibleText()));
    }

    private void show(Line line) {
        action.setGraphic(null);
        show(
                line,
                line.action(),
                model.outcome(line)
                        .map(outcome -> line.mail().isEmpty() ? outcome : line.mail() + " · " + outcome)
                        .orElse(line.mail()));
    }

    private void show(Line line, String title, String about) {
        event.setText(line.event());
        event.getStyleClass().removeAll(STATES);
        switch (line.entry().event()) {
            case "executed", "approved", "automation_on", "automation_earned" ->
                event.getStyleClass().add("ok");
            case "failed" -> event.getStyleClass().add("bad");
            case "undone", "kept", "withdrawn", "automation_off" ->
                event.getStyleClass().add("warn");
            case "proposed", "automated" -> event.getStyleClass().add("accent");
            default -> {}
        }
        action.setText(title);
        mail.setText(OneLine.of(about));
        mail.setManaged(!mail.getText().isEmpty());
        mail.setVisible(mail.isManaged());
        when.setText(formats.moment(line.entry().at()));
        setAccessibleText(String.join(", ", line.event(), title, mail.getText(), when.getText()));
        setGraphic(row);
    }
}
