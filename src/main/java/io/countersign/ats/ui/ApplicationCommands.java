package io.countersign.ats.ui;

import io.countersign.ats.ui.ApplicationFilter.Scope;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.shared.ui.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Every key of the applications screen. */
final class ApplicationCommands {
    private final ApplicationsViewModel model;
    private final ApplicationWords words;
    private final List<Command> commands = new ArrayList<>();

    /** What a key does that only the nodes on the screen can do. */
    interface Screen {
        void focus();

        void beginDraft();

        void moveCard(int side);

        void moveBy(int steps);
    }

    private ApplicationCommands(ApplicationsViewModel model, ApplicationWords words) {
        this.model = model;
        this.words = words;
    }

    /** The commands of this model, in the order of the shortcut sheet. */
    static List<Command> of(ApplicationsViewModel model, ApplicationWords words, Screen screen) {
        var made = new ApplicationCommands(model, words);
        made.tabs();
        made.moves(screen);
        made.corrections(screen);
        return List.copyOf(made.commands);
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
        add("undo", "Z", () -> true, () -> model.corrections().undo());
        add("undo.too", "Shortcut+Z", () -> true, () -> model.corrections().undo());
        add("add", "N", () -> true, () -> model.ask(Form.ADD));
    }

    private void moves(Screen screen) {
        BooleanSupplier listed = () -> model.tabProperty().get() != Tab.FUNNEL;
        BooleanSupplier onBoard = () -> model.tabProperty().get() == Tab.BOARD;
        add("next", "J", listed, () -> screen.moveBy(1));
        add("previous", "K", listed, () -> screen.moveBy(-1));
        add("open", "Enter", () -> listed.getAsBoolean() && isChosen(), model::enter);
        add("close", "Esc", this::isSomethingToLeave, () -> {
            model.close();
            screen.focus();
        });
        add("move.right", "Shift+Right", () -> onBoard.getAsBoolean() && isChosen(), () -> screen.moveCard(1));
        add("move.left", "Shift+Left", () -> onBoard.getAsBoolean() && isChosen(), () -> screen.moveCard(-1));
        add("scope", "A", () -> model.tabProperty().get() == Tab.RISK, this::toggleScope);
    }

    private void corrections(Screen screen) {
        BooleanSupplier chosen = () -> model.tabProperty().get() != Tab.FUNNEL && isChosen();
        add("draft", "F", chosen, screen::beginDraft);
        add("stage", "C", chosen, () -> model.ask(Form.STAGE));
        add("merge", "M", chosen, () -> model.ask(Form.MERGE));
        add("split", "S", chosen, () -> model.ask(Form.SPLIT));
        add("rename", "R", chosen, () -> model.ask(Form.RENAME));
        add("followed.up", "U", chosen, () -> model.correct(model.corrections()::followedUp));
        add("dismiss", "Delete", chosen, () -> model.correct(model.corrections()::dismiss));
    }

    private void toggleScope() {
        var filter = model.listing().filterProperty();
        filter.set(filter.get().withScope(filter.get().scope() == Scope.ACTION ? Scope.OPEN : Scope.ACTION));
    }

    private boolean isChosen() {
        return model.listing().selectedProperty().get().isPresent();
    }

    private boolean isSomethingToLeave() {
        boolean narrowed =
                model.tabProperty().get() == Tab.RISK && model.listing().isInPart();
        return isShown() || narrowed || model.formProperty().get() != Form.NONE;
    }

    private boolean isShown() {
        return model.openProperty().get() && isChosen();
    }

    private void add(String id, String keys, BooleanSupplier condition, Runnable action) {
        commands.add(Command.of(
                        "applications." + id,
                        words.get("applications.command." + id),
                        words.get("view.applications"),
                        action)
                .keys(keys)
                .when(condition));
    }
}
