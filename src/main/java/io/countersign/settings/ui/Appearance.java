package io.countersign.settings.ui;

import io.countersign.settings.WindowState;
import io.countersign.shared.ui.Theme;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How the window looks, as the person chose it; the shell and the Settings view share one. For the JavaFX thread. */
public final class Appearance {
    private static final double STEP = 0.1;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final DoubleProperty textScale = new SimpleDoubleProperty(1);
    private final StringProperty language = new SimpleStringProperty("");
    private final BooleanProperty railCollapsed = new SimpleBooleanProperty();
    private final BooleanProperty systemDark = new SimpleBooleanProperty();
    private final BooleanBinding dark = Bindings.createBooleanBinding(
            () -> theme.get() == Theme.DARK || (theme.get() == Theme.SYSTEM && systemDark.get()), theme, systemDark);

    /** Starts as it was left. */
    public Appearance(WindowState state) {
        theme.set(state.theme());
        textScale.set(state.textScale());
        language.set(state.language());
        railCollapsed.set(state.railCollapsed());
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** 1.0 to 2.0. */
    public DoubleProperty textScaleProperty() {
        return textScale;
    }

    /** {@code en}, {@code de} or empty; takes effect at the next start. */
    public StringProperty languageProperty() {
        return language;
    }

    public BooleanProperty railCollapsedProperty() {
        return railCollapsed;
    }

    /** What the system prefers; bound by the window. */
    public BooleanProperty systemDarkProperty() {
        return systemDark;
    }

    /** Whether dark colours are shown now. */
    public BooleanBinding darkProperty() {
        return dark;
    }

    /** From what is shown now to the opposite. */
    public void toggleTheme() {
        theme.set(dark.get() ? Theme.LIGHT : Theme.DARK);
    }

    /** One step larger or, for a negative number, smaller; stays within its limits. */
    public void growText(int steps) {
        double grown = Math.round((textScale.get() + steps * STEP) * 10) / 10.0;
        textScale.set(Math.clamp(grown, WindowState.SMALLEST_TEXT, WindowState.LARGEST_TEXT));
    }

    /** Back to the normal size. */
    public void resetText() {
        textScale.set(1);
    }
}
