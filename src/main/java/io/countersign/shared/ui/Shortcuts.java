package io.countersign.shared.ui;

import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Runs commands by their keys. Keys without Ctrl, Alt or Meta do nothing while text is typed, and the letter of a key that
 * ran a command is not typed into the field that the command gave the keyboard to. For the JavaFX thread.
 */
public final class Shortcuts {
    private final CommandRegistry commands;
    private final BooleanSupplier enabled;
    private boolean swallow;

    private Shortcuts(CommandRegistry commands, BooleanSupplier enabled) {
        this.commands = commands;
        this.enabled = enabled;
    }

    /** Listens to the keys of a scene that nothing in it takes; nothing runs while {@code enabled} is false. */
    public static void listen(Scene scene, CommandRegistry commands, BooleanSupplier enabled) {
        var shortcuts = new Shortcuts(commands, enabled);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> shortcuts.swallow = false);
        scene.addEventFilter(KeyEvent.KEY_TYPED, shortcuts::typed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, shortcuts::run);
        scene.addEventHandler(KeyEvent.KEY_TYPED, shortcuts::run);
    }

    private void typed(KeyEvent event) {
        if (swallow) {
            swallow = false;
            event.consume();
        }
    }

    private void run(KeyEvent event) {
        if (event.isConsumed() || !enabled.getAsBoolean()) {
            return;
        }
        boolean typing = event.getTarget() instanceof TextInputControl && !event.isShortcutDown() && !event.isAltDown();
        if (!typing && commands.run(event)) {
            event.consume();
            swallow = event.getEventType() == KeyEvent.KEY_PRESSED;
        }
    }
}
