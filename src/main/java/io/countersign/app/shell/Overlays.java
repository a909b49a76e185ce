package io.countersign.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** One panel above everything else: Escape or a click beside it closes it, and the focus goes back to where it was. */
final class Overlays extends StackPane {
    private final Region scrim = new Region();
    private @Nullable Node panel;
    private @Nullable Node focusBefore;

    Overlays() {
        getStyleClass().add("overlays");
        scrim.setOnMouseClicked(_ -> close());
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
        sceneProperty().flatMap(s -> s.focusOwnerProperty()).subscribe(this::keepFocus);
    }

    /** Shows a panel and gives the focus to a node in it. {@code dim}: darken what is behind. */
    void open(Region content, Pos place, boolean dim, Node focus) {
        if (panel == null) {
            focusBefore = getScene().getFocusOwner();
        }
        panel = focus;
        scrim.getStyleClass().setAll(dim ? "scrim" : "no-scrim");
        content.setMaxHeight(USE_PREF_SIZE);
        setAlignment(content, place);
        getChildren().setAll(scrim, content);
        setVisible(true);
        focus.requestFocus();
    }

    void close() {
        if (panel == null) {
            return;
        }
        panel = null;
        setVisible(false);
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    boolean isOpen() {
        return panel != null;
    }

    private void keepFocus(@Nullable Node owner) {
        if (panel != null && owner != null && !isInside(owner)) {
            panel.requestFocus();
        }
    }

    private boolean isInside(Node node) {
        for (@Nullable Node n = node; n != null; n = n.getParent()) {
            if (n == this) {
                return true;
            }
        }
        return false;
    }
}
