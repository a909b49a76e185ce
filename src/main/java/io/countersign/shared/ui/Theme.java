package io.countersign.shared.ui;

/** Which colours the person wants. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
