package io.countersign.app.shell;

import io.countersign.app.shell.Shell.Style;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.TypedKey;
import io.countersign.shared.ui.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What can be done wherever one is. */
final class ShellCommands {
    private final Style style;

    ShellCommands(Style style) {
        this.style = style;
    }

    List<Command> create(
            Consumer<View> show,
            Runnable palette,
            Runnable shortcuts,
            Runnable tasks,
            Runnable filter,
            BooleanSupplier ready) {
        var commands = new ArrayList<Command>();
        int digit = 1;
        for (var view : View.values()) {
            var title = text("command.show", text(view.titleKey()));
            commands.add(Command.of("show." + view.id(), title, text("section.views"), () -> show.accept(view))
                    .keys("Shortcut+" + digit++)
                    .when(ready));
        }
        commands.add(window("palette", palette).keys("Shortcut+K"));
        commands.add(typed(window("shortcuts", shortcuts), "?"));
        commands.add(typed(window("filter", filter), "/").when(ready));
        commands.add(window("tasks", tasks).keys("Shortcut+J"));
        var appearance = style.appearance();
        commands.add(window("theme", appearance::toggleTheme).keys("Shortcut+Shift+L"));
        commands.add(window(
                        "rail",
                        () -> appearance
                                .railCollapsedProperty()
                                .set(!appearance.railCollapsedProperty().get()))
                .keys("Shortcut+B"));
        commands.add(hidden("larger", () -> appearance.growText(1), "Shortcut+Equals"));
        commands.add(hidden("larger", () -> appearance.growText(1), "Shortcut+Add"));
        commands.add(hidden("smaller", () -> appearance.growText(-1), "Shortcut+Subtract"));
        commands.add(window("larger", () -> appearance.growText(1)).keys("Shortcut+Plus"));
        commands.add(window("smaller", () -> appearance.growText(-1)).keys("Shortcut+Minus"));
        commands.add(window("normal", appearance::resetText).keys("Shortcut+0"));
        return List.copyOf(commands);
    }

    private Command window(String id, Runnable action) {
        return Command.of("window." + id, text("command." + id), text("section.window"), action);
    }

    /** The same command by another key, which no list shows. */
    private Command hidden(String id, Runnable action, String keys) {
        return Command.of("window." + id + "." + keys, "", "", action).keys(keys);
    }

    private static Command typed(Command command, String character) {
        return new Command(
                command.id(),
                command.title(),
                command.section(),
                Optional.of(new TypedKey(character)),
                command.enabled(),
                command.action());
    }

    private String text(String key, Object... arguments) {
        return style.texts().get(key, arguments);
    }
}
