package io.countersign.insight.ui;

import java.util.OptionalInt;

/** How far back figures go. */
public enum Window {
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    ALL(0);

    private final int days;

    Window(int days) {
        this.days = days;
    }

    /** Empty: since the beginning. */
    OptionalInt days() {
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }
}
