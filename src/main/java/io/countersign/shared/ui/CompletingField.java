package io.countersign.shared.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/** A field for text that offers how it may go on. Down goes into the list, Enter takes, Esc closes it. For the JavaFX thread. */
public final class CompletingField extends TextField {
    private static final double ROW_EM = 2.2;
    private static final double WIDE_EM = 34;
    private static final int MOST_SHOWN = 8;

    private static final double EDGE_EM = 0.7; // its padding and border, rather too much than a scroll bar
    private final ListView<Offer> list = new ListView<>();
    private final Popup popup = new Popup();
    private final Pause typing;
    private Completer completer;
    private Consumer<Offer> onTaken = this::take;
    private boolean asksByDown = true;
    private boolean taking;

    /** Knows how a text may go on; calls {@code then} once on the JavaFX thread, or never where newer text was typed. */
    @FunctionalInterface
    public interface Completer {
        void complete(String typed, int caret, Consumer<List<Offer>> then);
    }

    /**
     * One way to go on.
     *
     * @param text what the field holds once it is taken
     * @param caret where one goes on typing then
     * @param shown what the list shows of it
     * @param note small and beside it; empty for nothing
     */
    public record Offer(String text, int caret, String shown, String note) {
        /** A value that takes the place of everything typed. */
        public static Offer whole(String value) {
            return new Offer(value, value.length(), value, "");
        }
    }

    /** Asks {@code completer} once {@code typing} pauses. */
    public CompletingField(Completer completer, Pause typing) {
        this.completer = completer;
        this.typing = typing;
        getStyleClass().add("completing");
        list.getStyleClass().addAll("panel", "completions");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                takeChosen();
            }
        });
        list.setCellFactory(_ -> new OfferCell());
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

    /** Completes by this from now on. */
    public void completes(Completer next) {
        completer = next;
    }

    /** What happens with an offer that is taken from the list; else it becomes the text. */
    public void onTaken(Consumer<Offer> action) {
        onTaken = action;
    }

    /** Whether Down asks for offers while none are shown; otherwise that key is left to others. */
    public void asksByDown(boolean asks) {
        asksByDown = asks;
    }

    /** Whether offers are on the screen, so that Down, Up, Enter and Esc belong to them. */
    public boolean isOffering() {
        return popup.isShowing();
    }

    /** Takes the offers off the screen. */
    public void closeOffers() {
        popup.hide();
    }

    private void ask() {
        if (!isFocused() || taking) {
            return;
        }
        var typed = getText();
        typing.then(() -> {
            if (isFocused() && typed.equals(getText())) {
                completer.complete(typed, getCaretPosition(), offers -> offer(typed, offers));
            }
        });
    }

    private void offer(String typed, List<Offer> offers) {
        var useful =
                offers.stream().filter(offer -> !offer.text().equals(typed)).toList();
        if (useful.isEmpty() || !isFocused() || !typed.equals(getText()) || getScene() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(useful);
        list.getSelectionModel().clearSelection();
        double row = ROW_EM * getFont().getSize();
        list.setFixedCellSize(row);
        list.setPrefHeight(Math.min(MOST_SHOWN, useful.size()) * row
                + Math.ceil(EDGE_EM * getFont().getSize()));
        list.setPrefWidth(Math.max(
                Math.min(getWidth(), 2 * WIDE_EM * getFont().getSize()),
                WIDE_EM * getFont().getSize()));
        if (!popup.isShowing()) {
            Bounds place = localToScreen(getBoundsInLocal());
            popup.show(this, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void pressed(KeyEvent key) {
        if (!popup.isShowing()) {
            if (asksByDown && key.getCode() == KeyCode.DOWN && !key.isAltDown()) {
                ask();
            }
            return;
        }
        var selection = list.getSelectionModel();
        switch (key.getCode()) {
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case ESCAPE -> popup.hide();
            case ENTER -> {
                if (selection.getSelectedItem() == null) {
                    popup.hide();
                    return;
                }
                takeChosen();
            }
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, selection.getSelectedIndex()));
        key.consume();
    }

    private void takeChosen() {
        var chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            taking = true;
            onTaken.accept(chosen);
            taking = false;
        }
    }

    private void take(Offer offer) {
        setText(offer.text());
        positionCaret(offer.caret());
    }

    /** As wide as the list: a long value is shortened, the list does not scroll sideways. */
    private static final class OfferCell extends ListCell<Offer> {
        private final Label words = new Label();
        private final Label note = new Label();
        private final HBox row = new HBox(words, note);

        OfferCell() {
            setPrefWidth(0);
            row.getStyleClass().add("command-row");
            row.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            note.getStyleClass().addAll("muted", "small");
            note.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            if (empty || offer == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            words.setText(offer.shown());
            note.setText(offer.note());
            setGraphic(row);
            setAccessibleText(offer.shown() + " " + offer.note());
        }
    }
}
