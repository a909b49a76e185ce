package io.countersign.ask.ui;

import io.countersign.search.ui.SearchPane;
import io.countersign.search.ui.SearchViewModel;
import io.countersign.search.ui.SearchWords;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.Searchable;
import io.countersign.shared.ui.Segments;
import io.countersign.shared.ui.Showable;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Binds the view Search &amp; Ask to its models. */
public final class SearchAndAskController implements Showable, CommandSource, Searchable {
    private enum Tab {
        SEARCH,
        ASK
    }

    private final SearchViewModel search;
    private final AskWords askWords;
    private final SearchPane searchPane;
    private final AskPane askPane;
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.SEARCH);

    @FXML
    private HBox bar;

    @FXML
    private ToggleGroup tabs;

    @FXML
    private StackPane parts;

    public SearchAndAskController(
            SearchViewModel search, AskViewModel ask, SearchWords searchWords, AskWords askWords) {
        this.search = search;
        this.askWords = askWords;
        searchPane = new SearchPane(search, searchWords);
        askPane = new AskPane(
                ask, askWords, searchWords, () -> search.askedProperty().get().mode());
    }

    @FXML
    private void initialize() {
        bar.getChildren().add(searchPane.modes());
        parts.getChildren().addAll(searchPane, askPane);
        searchPane.visibleProperty().bind(tab.isEqualTo(Tab.SEARCH));
        askPane.visibleProperty().bind(tab.isEqualTo(Tab.ASK));
        searchPane.managedProperty().bind(searchPane.visibleProperty());
        askPane.managedProperty().bind(askPane.visibleProperty());
        Segments.named(Tab.class, tabs).bind(tab);
    }

    @Override
    public void shown() {
        search.load();
    }

    @Override
    public void hidden() {
        search.leave();
    }

    @Override
    public void focus() {
        if (tab.get() == Tab.ASK) {
            askPane.focusField();
        } else {
            searchPane.focusField();
        }
    }

    @Override
    public void search(String text) {
        tab.set(Tab.SEARCH);
        if (!text.isBlank()) {
            search.search(text);
        }
        searchPane.focusField();
    }

    @Override
    public void ask(String question) {
        tab.set(Tab.ASK);
        askPane.ask(question);
        askPane.focusField();
    }

    @Override
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        var section = askWords.get("view.search");
        commands.add(
                Command.of("search.tab.search", askWords.get("ask.command.tab.search"), section, () -> turn(Tab.SEARCH))
                        .keys("Alt+1"));
        commands.add(Command.of("search.tab.ask", askWords.get("ask.command.tab.ask"), section, () -> turn(Tab.ASK))
                .keys("Alt+2"));
        searchPane
                .commands()
                .forEach(command -> commands.add(command.when(
                        () -> tab.get() == Tab.SEARCH && command.enabled().getAsBoolean())));
        askPane.commands()
                .forEach(command -> commands.add(command.when(
                        () -> tab.get() == Tab.ASK && command.enabled().getAsBoolean())));
        return List.copyOf(commands);
    }

    private void turn(Tab to) {
        tab.set(to);
        focus();
    }
}
