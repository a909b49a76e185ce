package io.countersign.money.ui;

import io.countersign.money.ui.MoneyViewModel.Tab;
import io.countersign.shared.ui.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Every key of the money screen. */
final class MoneyCommands {
    private final MoneyViewModel model;
    private final MoneyWords words;
    private final List<Command> commands = new ArrayList<>();

    private MoneyCommands(MoneyViewModel model, MoneyWords words) {
        this.model = model;
        this.words = words;
    }

    /** The commands of this model, in the order of the shortcut sheet. */
    static List<Command> of(MoneyViewModel model, MoneyWords words, Runnable toTable) {
        var made = new MoneyCommands(model, words);
        made.tabs();
        made.receipts(toTable);
        made.duplicates();
        return List.copyOf(made.commands);
    }

    private void tabs() {
        int digit = 1;
        for (var tab : Tab.values()) {
            add(
                    "tab." + tab.name().toLowerCase(java.util.Locale.ROOT),
                    String.valueOf(digit++),
                    () -> true,
                    () -> model.tabProperty().set(tab));
        }
        add("undo", "Z", () -> true, model::undo);
        add("undo.too", "Shortcut+Z", () -> true, model::undo);
    }

    private void receipts(Runnable toTable) {
        var receipts = model.receipts();
        BooleanSupplier shown = () -> model.tabProperty().get() == Tab.RECEIPTS;
        BooleanSupplier chosen =
                () -> shown.getAsBoolean() && receipts.selectedProperty().get().isPresent();
        add("export", "Shortcut+E", shown, receipts::export);
        add("correct", "E", chosen, () -> receipts.correctingProperty().set(true));
        add("dismiss", "Delete", chosen, receipts::dismiss);
        add(
                "without.amount",
                "W",
                shown,
                () -> receipts.filterProperty()
                        .set(receipts.filterProperty()
                                .get()
                                .withWithoutAmount(
                                        !receipts.filterProperty().get().withoutAmount())));
        add("clear", "C", shown, receipts::clearFilter);
        add("close", "Esc", chosen, () -> {
            receipts.selectedProperty().set(Optional.empty());
            toTable.run();
        });
        add("next.receipt", "J", shown, () -> receipts.moveBy(1));
        add("previous.receipt", "K", shown, () -> receipts.moveBy(-1));
    }

    private void duplicates() {
        var duplicates = model.duplicates();
        BooleanSupplier shown = () -> model.tabProperty().get() == Tab.DUPLICATES;
        add("duplicate", "D", shown, () -> duplicates.answer(true));
        add("distinct", "N", shown, () -> duplicates.answer(false));
        add("next.pair", "J", shown, () -> duplicates.moveBy(1));
        add("previous.pair", "K", shown, () -> duplicates.moveBy(-1));
        add(
                "answered",
                "A",
                shown,
                () -> duplicates
                        .answeredProperty()
                        .set(!duplicates.answeredProperty().get()));
        add("ask.again", "R", shown, duplicates::reopen);
    }

    private void add(String id, String keys, BooleanSupplier condition, Runnable action) {
        commands.add(Command.of("money." + id, words.get("money.command." + id), words.get("view.money"), action)
                .keys(keys)
                .when(condition));
    }
}
