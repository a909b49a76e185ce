package io.countersign.policy.ui;

import atlantafx.base.controls.ToggleSwitch;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A policy in the list: its place, its name, what it does, how well it did, and its switch. */
final class PolicyCell extends ListCell<PolicyRow> {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final PolicyWords words;
    private final Label place = new Label();
    private final Label name = new Label();
    private final Label action = new Label();
    private final Label quality = new Label();
    private final Label state = new Label();
    private final ToggleSwitch on = new ToggleSwitch();
    private final HBox content;
    private boolean showing;

    PolicyCell(PoliciesViewModel model, PolicyWords words) {
        this.words = words;
        getStyleClass().add("policy-cell");
        var grip = new FontIcon("mdi2d-drag-vertical");
        grip.getStyleClass().addAll("icon-small", "grip");
        place.getStyleClass().addAll("num", "muted", "place");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        action.getStyleClass().addAll("muted", "small");
        action.setMinWidth(0);
        quality.getStyleClass().addAll("chip", "num-chip");
        quality.setMinWidth(USE_PREF_SIZE);
        state.getStyleClass().addAll("chip", "warn");
        state.setMinWidth(USE_PREF_SIZE);
        for (var label : new Label[] {quality, state}) {
            label.managedProperty().bind(label.visibleProperty());
        }
        var both = new VBox(name, action);
        both.setMinWidth(0);
        both.getStyleClass().add("policy-words");
        HBox.setHgrow(both, Priority.ALWAYS);
        on.setMinWidth(USE_PREF_SIZE);
        on.setFocusTraversable(false);
        on.selectedProperty().subscribe((_, is) -> {
            var row = getItem();
            if (!showing && row != null) {
                model.enable(row, is);
            }
        });
        content = new HBox(grip, place, both, state, quality, on);
        content.getStyleClass().add("policy-row");
        // A cell is as wide as the list, not as its words.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PolicyRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        pseudoClassStateChanged(OFF, row != null && !empty && !row.enabled());
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(content);
        showing = true;
        on.setSelected(row.enabled());
        showing = false;
        name.setText(words.name(row.name()));
        action.setText(words.action(row.action()));
        place.setText(row.isNew() ? "–" : words.formats().number(row.place()));
        state.setVisible(row.unsaved());
        state.setText(words.get(row.isNew() ? "policies.state.new" : "policies.state.unsaved"));
        var figures = row.quality().map(words::quality).orElse("");
        quality.setText(figures);
        quality.setVisible(!figures.isEmpty());
        quality.setTooltip(
                row.quality().map(words::qualitySentence).map(Tooltip::new).orElse(null));
        var onOff = words.get(row.enabled() ? "policies.on" : "policies.off");
        on.setAccessibleText(words.get("policies.switch", name.getText(), onOff));
        setAccessibleText(words.get(
                "policies.row.spoken",
                place.getText(),
                name.getText(),
                action.getText(),
                onOff,
                row.quality().map(words::qualitySentence).orElse("")));
    }
}
