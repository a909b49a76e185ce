package io.countersign.shared.ui;

/** Changes which view is shown. For the JavaFX thread. */
public interface Navigation {
    /** Shows a view; does nothing when it is shown already. */
    void show(View view);
}
