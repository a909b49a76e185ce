package io.countersign.shared.ui;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a list shows instead of rows: what it would hold, and what to do next. Children added to it follow the words. */
public final class EmptyState extends VBox {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label message = new Label();

    /** Without words until the setters are called. */
    public EmptyState() {
        getStyleClass().add("empty-state");
        icon.getStyleClass().add("icon-large");
        title.getStyleClass().add("empty-title");
        title.setWrapText(true);
        message.getStyleClass().add("empty-message");
        message.setWrapText(true);
        getChildren().addAll(icon, title, message);
    }

    /** A state with a node id, an Ikonli literal and a title. */
    public static EmptyState of(String id, String icon, String title) {
        var state = new EmptyState();
        state.setId(id);
        state.setIcon(icon);
        state.setTitle(title);
        return state;
    }

    /** Is there, and takes room, only while {@code condition} holds. */
    public void showWhen(ObservableBooleanValue condition) {
        visibleProperty().bind(condition);
        managedProperty().bind(visibleProperty());
    }

    public String getIcon() {
        return icon.getIconLiteral();
    }

    /** An Ikonli literal such as {@code mdi2h-history}. */
    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public String getMessage() {
        return message.getText();
    }

    public void setMessage(String text) {
        message.setText(text);
    }
}
