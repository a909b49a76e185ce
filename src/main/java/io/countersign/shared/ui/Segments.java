package io.countersign.shared.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/**
 * Buttons of which one is always chosen, each for a value: by a click, Space, or an arrow key from the button beside it.
 * For the JavaFX thread.
 */
public final class Segments<T> {
    private final ToggleGroup group;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    public Segments() {
        this(new ToggleGroup());
    }

    private Segments(ToggleGroup group) {
        this.group = group;
    }

    /** The toggle buttons of this group, whose user data are names of constants; each must have one. */
    public static <E extends Enum<E>> Segments<E> named(Class<E> type, ToggleGroup group) {
        var segments = new Segments<E>(group);
        for (var toggle : group.getToggles()) {
            segments.take(Enum.valueOf(type, (String) toggle.getUserData()), (ToggleButton) toggle);
        }
        return segments;
    }

    /** Adds this button for this value. */
    public Segments<T> with(T value, ToggleButton button) {
        button.setToggleGroup(group);
        take(value, button);
        return this;
    }

    /** A new button for this value, of the usual look. */
    public ToggleButton add(T value, String id, String text) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        with(value, button);
        return button;
    }

    /** Keeps what is chosen and this property the same. */
    public void bind(Property<T> value) {
        bind(value, value::setValue);
    }

    /** Shows this value always, and tells when another one is chosen here. */
    public void bind(ObservableValue<T> value, Consumer<T> choose) {
        value.subscribe(this::show);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else if (!now.equals(buttons.get(value.getValue()))) {
                choose.accept(valueOf(now));
            }
        });
    }

    private void take(T value, ToggleButton button) {
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON); // is read out as one of several
        buttons.put(value, button);
    }

    private void show(T value) {
        var button = buttons.get(value);
        if (button != null) {
            group.selectToggle(button);
        }
    }

    private T valueOf(Toggle toggle) {
        return buttons.entrySet().stream()
                .filter(entry -> entry.getValue().equals(toggle))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
