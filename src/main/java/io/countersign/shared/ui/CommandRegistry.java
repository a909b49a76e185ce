package io.countersign.shared.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** All commands that can be run at this moment. For the JavaFX thread. */
public final class CommandRegistry {
    private final List<Command> commands = new ArrayList<>();

    /** Adds commands; the subscription takes them out again. */
    public Subscription add(List<Command> added) {
        commands.addAll(added);
        return () -> commands.removeAll(added);
    }

    /** In the order in which they were added. */
    public List<Command> all() {
        return List.copyOf(commands);
    }

    /** The command of this id. */
    public Optional<Command> find(String id) {
        return commands.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** Runs the newest command whose keys these are and that can run; false when there is none. */
    public boolean run(KeyEvent keys) {
        for (var command : commands.reversed()) {
            if (command.shortcut().filter(s -> s.match(keys)).isPresent() && command.run()) {
                return true;
            }
        }
        return false;
    }
}
