package io.countersign.shared.ui;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/**
 * Something the person can do by name.
 *
 * @param id stable and unique, such as {@code approvals.approve}
 * @param title what the palette and the shortcut sheet call it
 * @param section what it belongs to, as the shortcut sheet groups it
 * @param shortcut keys that run it; those without Ctrl, Alt or Meta do not fire while text is typed
 * @param enabled whether it can run right now
 */
public record Command(
        String id,
        String title,
        String section,
        Optional<KeyCombination> shortcut,
        BooleanSupplier enabled,
        Runnable action) {

    /** A command that can always run and has no keys. */
    public static Command of(String id, String title, String section, Runnable action) {
        return new Command(id, title, section, Optional.empty(), () -> true, action);
    }

    /** The same command run by these keys, as {@link KeyCombination#valueOf} reads them ({@code Shortcut+K}, {@code A}). */
    public Command keys(String combination) {
        return new Command(id, title, section, Optional.of(KeyCombination.valueOf(combination)), enabled, action);
    }

    /** The same command, only when {@code condition} holds. */
    public Command when(BooleanSupplier condition) {
        return new Command(id, title, section, shortcut, condition, action);
    }

    /** False for a second pair of keys of another command, which has no title of its own. */
    public boolean isListed() {
        return !title.isEmpty();
    }

    /** Runs it if it can run; false when it cannot. */
    public boolean run() {
        if (!enabled.getAsBoolean()) {
            return false;
        }
        action.run();
        return true;
    }
}
