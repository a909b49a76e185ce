package io.countersign.ats.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One application as a card of the board; the edge and a number tell its risk. */
final class CardCell extends ListCell<ApplicationRow> {
    private static final List<String> RISKS = List.of("risk-ok", "risk-warn", "risk-bad", "risk-none");
    private static final Duration PATIENCE = Duration.millis(600);

    private final ApplicationWords words;
    private final Label company = new Label();
    private final Label silent = new Label();
    private final Label role = new Label();
    private final Label risk = new Label();
    private final Label step = new Label();
    private final VBox card;
    private final Tooltip why = new Tooltip();

    CardCell(ApplicationWords words) {
        this.words = words;
        getStyleClass().add("card-cell");
        company.getStyleClass().add("strong");
        role.getStyleClass().add("muted");
        silent.getStyleClass().addAll("muted", "num", "small");
        risk.getStyleClass().addAll("muted", "num", "small");
        step.getStyleClass().addAll("small", "first-line");
        silent.setMinWidth(USE_PREF_SIZE);
        risk.setMinWidth(USE_PREF_SIZE);
        step.setMinWidth(0);
        card = new VBox(line(company, silent), line(role, risk), step);
        card.getStyleClass().add("board-card");
        why.setWrapText(true);
        why.setMaxWidth(420);
        why.setShowDelay(PATIENCE);
        setPrefWidth(0);
    }

    private static HBox line(Label name, Label number) {
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(name, number);
        line.getStyleClass().add("board-line");
        return line;
    }

    @Override
    protected void updateItem(@Nullable ApplicationRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        company.setText(words.company(row));
        role.setText(words.role(row));
        silent.setText(row.isEnded() ? "" : words.silent(row));
        boolean risky =
                !row.isEnded() && !RiskBar.tone(row.outlook().ghostingRisk()).equals("ok");
        risk.setText(risky ? words.get("applications.board.risk", words.risk(row)) : "");
        step.setText(
                row.isEnded()
                        ? words.stage(row.stage())
                        : row.talkAfter(words.days().now()).isPresent() ? words.stage(row) : words.step(row));
        RiskBar.tone(step, row.needsAction(words.days().today()) ? "accent" : "");
        card.getStyleClass().removeAll(RISKS);
        card.getStyleClass()
                .add(
                        row.isEnded()
                                ? "risk-none"
                                : "risk-" + RiskBar.tone(row.outlook().ghostingRisk()));
        setAccessibleText(words.spoken(row));
        why.setText(words.title(row) + "\n" + String.join("\n", words.reasons(row)));
        setTooltip(why);
        setGraphic(card);
    }
}
