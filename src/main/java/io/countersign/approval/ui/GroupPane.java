package io.countersign.approval.ui;

import io.countersign.shared.text.OneLine;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The header of a group: what it is, how many, and both answers at once. */
final class GroupPane extends HBox {
    private static final double ROOMY_EM = 31;
    private static final double BESIDE_WORDS_EM = 18; // the fold, both buttons and the gaps

    private final FontIcon fold = new FontIcon();
    private final Label name = new Label();
    private final Label action = new Label();
    private final Label count = new Label();
    private final Label alone = new Label();
    private final Button approve = new Button();
    private final Button reject = new Button();
    private final ApprovalWords words;
    private final HBox first = new HBox(name, count);
    private final HBox second = new HBox(action, alone);
    private final VBox text = new VBox(first, second);

    GroupPane(ApprovalWords words) {
        this.words = words;
        getStyleClass().add("tray-group");
        fold.getStyleClass().add("icon-small");
        name.getStyleClass().add("strong");
        action.getStyleClass().addAll("muted", "small");
        count.getStyleClass().add("chip");
        alone.getStyleClass().addAll("chip", "accent");
        alone.setText(words.texts().get("approvals.trust.automatic"));
        alone.setTooltip(new Tooltip(words.texts().get("approvals.trust.automatic.help")));
        alone.setMinWidth(USE_PREF_SIZE);
        approve.setText(words.texts().get("approvals.approve.all"));
        reject.setText(words.texts().get("approvals.reject.all"));
        for (var button : new Button[] {approve, reject}) {
            button.getStyleClass().add("quiet");
            button.setTooltip(new Tooltip(button.getText()));
            button.setMinWidth(USE_PREF_SIZE);
            button.setFocusTraversable(false);
        }
        name.setMinWidth(0);
        count.setMinWidth(USE_PREF_SIZE);
        action.setMinWidth(0);
        first.getStyleClass().add("tray-first");
        first.setAlignment(Pos.CENTER_LEFT);
        second.getStyleClass().add("tray-first");
        second.setAlignment(Pos.CENTER_LEFT);
        second.managedProperty().bind(action.managedProperty().or(alone.managedProperty()));
        text.getStyleClass().add("tray-text");
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(fold, text, approve, reject);
        approve.setGraphic(icon("mdi2c-check-all", "ok"));
        reject.setGraphic(icon("mdi2c-close", "bad"));
        widthProperty().subscribe(_ -> fit());
    }

    Button approve() {
        return approve;
    }

    Button reject() {
        return reject;
    }

    /** {@code automatic}: the group's policy acts alone, and asks about these all the same. */
    void show(TrayLine.Header header, Grouping grouping, boolean automatic) {
        var group = words.group(grouping, header.first());
        var number = words.formats().number(header.count());
        fold.setIconLiteral(header.collapsed() ? "mdi2c-chevron-right" : "mdi2c-chevron-down");
        name.setText(group);
        alone.setVisible(automatic);
        alone.setManaged(automatic);
        count.setText(number);
        action.setText(detail(header, grouping));
        action.setManaged(!action.getText().isEmpty());
        approve.setAccessibleText(words.texts().get("approvals.approve.group", number, group));
        fit();
        reject.setAccessibleText(words.texts().get("approvals.reject.group", number, group));
    }

    /** All in one line, with words on the buttons, where there is room; else two lines, and signs. */
    private void fit() {
        double em = name.getFont().getSize();
        boolean roomy = getWidth() > ROOMY_EM * em;
        double words = name.prefWidth(-1)
                + action.prefWidth(-1)
                + count.prefWidth(-1)
                + (alone.isManaged() ? alone.prefWidth(-1) : 0);
        boolean oneLine = roomy && words < getWidth() - BESIDE_WORDS_EM * em;
        if (oneLine != first.getChildren().contains(action)) {
            text.getChildren().setAll(first);
            second.getChildren().clear();
            first.getChildren().setAll(oneLine ? List.of(name, action, count, alone) : List.of(name, count));
            if (!oneLine) {
                second.getChildren().setAll(action, alone);
                text.getChildren().add(second);
            }
        }
        for (var button : new Button[] {approve, reject}) {
            button.setContentDisplay(roomy ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private static FontIcon icon(String literal, String tone) {
        var icon = new FontIcon(literal);
        icon.getStyleClass().addAll("icon-small", tone);
        return icon;
    }

    private String detail(TrayLine.Header header, Grouping grouping) {
        var what = header.oneAction()
                ? "→ " + words.action(header.first().action())
                : words.texts().get("approvals.several.actions");
        return switch (grouping) {
            case POLICY -> what;
            case SENDER -> OneLine.of(header.first().from().email()) + (header.oneAction() ? "  " + what : "");
            case ACTION -> "";
        };
    }
}
