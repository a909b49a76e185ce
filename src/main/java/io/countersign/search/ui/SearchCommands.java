package io.countersign.search.ui;

import io.countersign.search.SearchRequest.Order;
import io.countersign.search.ui.SearchReader.Answer;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.TypedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Every key of the search. */
final class SearchCommands {
    private final SearchViewModel model;
    private final SearchWords words;
    private final List<Command> commands = new ArrayList<>();

    private SearchCommands(SearchViewModel model, SearchWords words) {
        this.model = model;
        this.words = words;
    }

    /** {@code toField} gives the field the keyboard, {@code save} asks for a name. */
    static List<Command> of(SearchViewModel model, SearchWords words, Runnable toField, Runnable save) {
        var made = new SearchCommands(model, words);
        made.field(toField, save);
        made.hits();
        return List.copyOf(made.commands);
    }

    private void field(Runnable toField, Runnable save) {
        var go = command("field", () -> true, toField);
        commands.add(new Command(
                go.id(), go.title(), go.section(), Optional.of(new TypedKey("/")), go.enabled(), go.action()));
        BooleanSupplier unsaved = () -> !model.askedProperty().get().typed().isBlank()
                && model.saved().find(model.askedProperty().get()).isEmpty();
        commands.add(command("save", unsaved, save).keys("Shortcut+S"));
        commands.add(command(
                "forget",
                () -> model.saved().find(model.askedProperty().get()).isPresent(),
                () -> model.saved().find(model.askedProperty().get()).ifPresent(model.saved()::forget)));
        commands.add(command("undo", () -> true, model.saved()::undo).keys("Z"));
        commands.add(
                command("widen", () -> !model.askedProperty().get().narrowed().isEmpty(), model::widen)
                        .keys("C"));
    }

    private void hits() {
        BooleanSupplier any = () -> !model.hits().isEmpty();
        commands.add(command("next", any, () -> model.move(1)).keys("J"));
        commands.add(command("previous", any, () -> model.move(-1)).keys("K"));
        commands.add(command("open", any, model::toggleOpen).keys("Enter"));
        commands.add(
                command("close", model.openProperty()::get, model::toggleOpen).keys("Esc"));
        commands.add(command(
                        "order",
                        any,
                        () -> model.order(
                                model.askedProperty().get().order() == Order.NEWEST ? Order.RELEVANCE : Order.NEWEST))
                .keys("D"));
        commands.add(
                command("policy", any, () -> ready(model.made()::makePolicy)).keys("Shift+P"));
        commands.add(
                command("simulate", any, () -> ready(model.made()::simulate)).keys("Shift+M"));
        commands.add(
                command("propose", any, () -> model.made().proposingProperty().set(true))
                        .keys("P"));
        commands.add(command("export", any, () -> ready(model.made()::export)).keys("Shortcut+E"));
    }

    private void ready(Consumer<Answer> action) {
        if (model.stateProperty().get() instanceof SearchState.Ready(Answer answer)) {
            action.accept(answer);
        }
    }

    private Command command(String id, BooleanSupplier enabled, Runnable action) {
        return Command.of("search." + id, words.get("search.command." + id), words.get("view.search"), action)
                .when(enabled);
    }
}
