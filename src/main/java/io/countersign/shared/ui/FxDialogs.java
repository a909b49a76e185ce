package io.countersign.shared.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Modal dialogs over the window, dressed like it. */
public final class FxDialogs implements Dialogs {
    private final Window owner;
    private final Texts texts;

    public FxDialogs(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public boolean confirm(String title, String message, String yes) {
        var ok = new ButtonType(yes, ButtonData.OK_DONE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, message, ok, cancel());
        return dressed(alert, title).showAndWait().filter(ok::equals).isPresent();
    }

    @Override
    public <T> Optional<T> choose(String title, String message, List<T> options) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        var dialog = new ChoiceDialog<>(options.getFirst(), options);
        dialog.setContentText(message);
        return dressed(dialog, title).showAndWait();
    }

    @Override
    public void error(String title, String message) {
        var alert = new Alert(
                Alert.AlertType.ERROR, message, new ButtonType(texts.get("dialog.close"), ButtonData.OK_DONE));
        dressed(alert, title).showAndWait();
    }

    private ButtonType cancel() {
        return new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
    }

    private <T> Dialog<T> dressed(Dialog<T> dialog, String title) {
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        var scene = dialog.getDialogPane().getScene();
        scene.setUserAgentStylesheet(owner.getScene().getUserAgentStylesheet());
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        return dialog;
    }
}
