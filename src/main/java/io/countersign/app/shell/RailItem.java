package io.countersign.app.shell;

import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One view in the rail: icon, name, count; only the icon and a dot when the rail is narrow. */
final class RailItem extends Button {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final BooleanProperty narrow = new SimpleBooleanProperty();

    RailItem(View view, Texts texts, Formats formats, IntegerProperty count) {
        var name = texts.get(view.titleKey());
        setId("rail-" + view.id());
        getStyleClass().setAll("rail-item");
        // As wide as the rail, not as its words: a button does not stretch its graphic by itself.
        setMinWidth(0);
        setPrefWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        var label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        var badge = new Label();
        badge.getStyleClass().add("badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.textProperty().bind(Bindings.createStringBinding(() -> formats.number(count.get()), count));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var content = new HBox(new FontIcon(view.icon()), label, gap, badge);
        content.getStyleClass().add("rail-item-content");
        content.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> getWidth() - getInsets().getLeft() - getInsets().getRight(),
                        widthProperty(),
                        insetsProperty()));
        setGraphic(content);
        for (var node : new Region[] {label, gap}) {
            node.visibleProperty().bind(narrow.not());
            node.managedProperty().bind(narrow.not());
        }
        badge.visibleProperty().bind(count.greaterThan(0).and(narrow.not()));
        badge.managedProperty().bind(badge.visibleProperty());
        var tip = new Tooltip(name);
        narrow.subscribe(is -> setTooltip(is ? tip : null));
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> count.get() == 0 ? name : texts.get("rail.count", name, count.get()), count));
    }

    BooleanProperty narrowProperty() {
        return narrow;
    }

    void setCurrent(boolean current) {
        pseudoClassStateChanged(CURRENT, current);
    }
}
