package io.countersign.shared.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The number beside each view's name in the rail; 0 shows none. For the JavaFX thread. */
public final class ViewCounts {
    private final Map<View, IntegerProperty> counts = new EnumMap<>(View.class);

    /** Whoever knows the number sets it; the rail shows it. */
    public IntegerProperty of(View view) {
        return counts.computeIfAbsent(view, _ -> new SimpleIntegerProperty());
    }
}
