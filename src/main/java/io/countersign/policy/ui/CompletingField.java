package io.countersign.policy.ui;

import io.countersign.policy.MessageField;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/** A field for text that offers what the person's own mail has there. Down goes into the list, Enter takes, Esc closes it. */
final class CompletingField extends TextField {
    private static final double ROW_EM = 2.2;
    private static final double WIDE_EM = 34;
    private static final int MOST_SHOWN = 8;

    private final MatchesViewModel matches;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private final Pause typing = Pause.of(javafx.util.Duration.millis(120));
    private MessageField field;
    private Consumer<String> onTaken = this::setText;
    private boolean taking;

    CompletingField(MatchesViewModel matches, MessageField field) {
        this.matches = matches;
        this.field = field;
        getStyleClass().add("completing");
        list.getStyleClass().addAll("panel", "completions");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                take();
            }
        });
        list.setCellFactory(_ -> new ValueCell());
        popup.getContent().add(list);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        textProperty().subscribe((_, _) -> ask());
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                popup.hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Completes this field from now on. */
    void completes(MessageField next) {
        field = next;
    }

    /** What happens with a value that is taken from the list; else it becomes the text. */
    void onTaken(Consumer<String> action) {
        onTaken = action;
    }

    private void ask() {
        if (!isFocused() || taking) {
            return;
        }
        var typed = getText();
        typing.then(() -> {
            if (isFocused() && typed.equals(getText())) {
                matches.complete(field, typed, values -> offer(typed, values));
            }
        });
    }

    private void offer(String typed, List<String> values) {
        var useful = values.stream().filter(value -> !value.equals(typed)).toList();
        if (useful.isEmpty() || !isFocused() || !typed.equals(getText()) || getScene() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(useful);
        list.getSelectionModel().clearSelection();
        double row = ROW_EM * getFont().getSize();
        list.setFixedCellSize(row);
        list.setPrefHeight(Math.min(MOST_SHOWN, useful.size()) * row + 6);
        list.setPrefWidth(Math.max(getWidth(), WIDE_EM * getFont().getSize()));
        if (!popup.isShowing()) {
            Bounds place = localToScreen(getBoundsInLocal());
            popup.show(this, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void pressed(KeyEvent key) {
        if (!popup.isShowing()) {
            if (key.getCode() == KeyCode.DOWN && !key.isAltDown()) {
                ask();
            }
            return;
        }
        var selection = list.getSelectionModel();
        switch (key.getCode()) {
            case KeyCode.DOWN -> selection.selectNext();
            case KeyCode.UP -> selection.selectPrevious();
            case KeyCode.ESCAPE -> popup.hide();
            case KeyCode.ENTER -> {
                if (selection.getSelectedItem() == null) {
                    popup.hide();
                    return;
                }
                take();
            }
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, selection.getSelectedIndex()));
        key.consume();
    }

    private void take() {
        var chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            taking = true;
            onTaken.accept(chosen);
            positionCaret(getText().length());
            taking = false;
        }
    }

    /** As wide as the list: a long value is shortened, the list does not scroll sideways. */
    private static final class ValueCell extends ListCell<String> {
        ValueCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : value);
        }
    }
}
