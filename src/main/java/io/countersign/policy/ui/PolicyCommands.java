package io.countersign.policy.ui;

import io.countersign.policy.ui.PoliciesViewModel.Tab;
import io.countersign.shared.ui.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Every key of the policies screen. */
final class PolicyCommands {
    private final PoliciesViewModel model;
    private final PolicyWords words;
    private final List<Command> commands = new ArrayList<>();

    /** What a key does that only the nodes on the screen can do. */
    interface Screen {
        void focus();

        void edit();

        /** True while keys go to the list. */
        boolean isListFocused();
    }

    private PolicyCommands(PoliciesViewModel model, PolicyWords words) {
        this.model = model;
        this.words = words;
    }

    /** The commands of this model, in the order of the shortcut sheet. */
    static List<Command> of(PoliciesViewModel model, PolicyWords words, Screen screen) {
        var made = new PolicyCommands(model, words);
        made.whole(screen);
        made.changes(screen);
        made.files();
        made.tabs();
        return List.copyOf(made.commands);
    }

    private void whole(Screen screen) {
        BooleanSupplier always = () -> true;
        add("new", "N", always, () -> {
            model.beginNew();
            screen.edit();
        });
        add("next", "J", always, () -> model.moveBy(1));
        add("previous", "K", always, () -> model.moveBy(-1));
        add("edit", "Enter", this::isChosen, screen::edit);
        add(
                "close",
                "Esc",
                () -> !screen.isListFocused() || model.openProperty().get(),
                () -> {
                    model.openProperty().set(false);
                    screen.focus();
                });
        add("save", "Shortcut+S", this::isChosen, model::save);
        add("undo", "Shortcut+Z", always, model::undo);
        add("undo.too", "Z", always, model::undo);
        add("redo", "Shortcut+Shift+Z", () -> model.editor().redoableProperty().get(), model.editor()::redo);
    }

    private void changes(Screen screen) {
        BooleanSupplier listed = () -> isChosen() && screen.isListFocused();
        add("up", "Alt+Up", listed, () -> model.shift(-1));
        add("down", "Alt+Down", listed, () -> model.shift(1));
        add("switch", "Space", listed, () -> model.selectedRow().ifPresent(row -> model.enable(row, !row.enabled())));
        add("duplicate", "Shortcut+D", this::isChosen, model::duplicate);
        add("delete", "Delete", listed, model::delete);
        commands.add(command("discard", model::discard)
                .when(() -> isChosen() && model.editor().changedProperty().get()));
    }

    private void files() {
        commands.add(command("import", model.files()::chooseFile));
        commands.add(command("export", model::exportChosen)
                .when(() -> model.selectedRow().filter(row -> !row.isNew()).isPresent()));
        commands.add(command("export.all", model::exportAll));
    }

    private void tabs() {
        int digit = 1;
        for (var tab : Tab.values()) {
            add(
                    "tab." + tab.name().toLowerCase(Locale.ROOT),
                    String.valueOf(digit++),
                    () -> true,
                    () -> model.tabProperty().set(tab));
        }
    }

    private boolean isChosen() {
        return model.selectedProperty().get().isPresent();
    }

    private Command command(String id, Runnable action) {
        return Command.of("policies." + id, words.get("policies.command." + id), words.get("view.policies"), action);
    }

    private void add(String id, String keys, BooleanSupplier condition, Runnable action) {
        commands.add(command(id, action).keys(keys).when(condition));
    }
}
