package io.countersign.insight.ui;

import java.util.OptionalInt;

/** How far back figures go. */
public enum Window {
    WEEK(7, "1"),
    MONTH(30, "2"),
    QUARTER(90, "3"),
    ALL(0, "4");

    private final int days;
    private final String key;

    Window(int days, String key) {
        this.days = days;
        this.key = key;
    }

    /** The key that chooses it. */
    String key() {
        return key;
    }

    /** Empty: since the beginning. */
    OptionalInt days() {
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }
}
