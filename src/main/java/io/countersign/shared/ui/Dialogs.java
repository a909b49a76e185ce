package io.countersign.shared.ui;

import java.util.List;
import java.util.Optional;

/** Questions that need an answer before work goes on. All texts are whole words for the person, not keys. For the JavaFX thread. */
public interface Dialogs {
    /**
     * Asks; true when the person presses {@code yes}.
     *
     * @param yes the verb on the button, such as "Approve 42"
     */
    boolean confirm(String title, String message, String yes);

    /** Lets the person pick one of several; empty when cancelled. */
    <T> Optional<T> choose(String title, String message, List<T> options);

    /** Says what happened and what to do. */
    void error(String title, String message);
}
