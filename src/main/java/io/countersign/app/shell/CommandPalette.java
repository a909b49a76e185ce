package io.countersign.app.shell;

import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every command by a few letters of its name. */
final class CommandPalette extends VBox {
    private final CommandRegistry commands;
    private final Overlays overlays;
    private final Function<String, List<Command>> more;
    private final TextField query = new TextField();
    private final ListView<Command> found = new ListView<>();

    /** {@code more} makes commands of what was typed, which stand below those that are found by it. */
    CommandPalette(CommandRegistry commands, Overlays overlays, Texts texts, Function<String, List<Command>> more) {
        this.more = more;
        this.commands = commands;
        this.overlays = overlays;
        getStyleClass().addAll("panel", "palette");
        setId("palette");
        query.setId("paletteQuery");
        query.setPromptText(texts.get("palette.prompt"));
        query.setAccessibleText(texts.get("palette.prompt"));
        query.textProperty().subscribe(this::search);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setId("paletteFound");
        found.getStyleClass().add("plain");
        found.setFocusTraversable(false);
        found.setAccessibleText(texts.get("palette.found"));
        found.setCellFactory(_ -> new CommandCell());
        found.setPlaceholder(new Label(texts.get("palette.nothing")));
        found.setOnMouseClicked(_ -> runSelected());
        getChildren().addAll(query, found);
    }

    /** Opens empty. */
    void open() {
        query.clear();
        search("");
        overlays.open(this, Pos.TOP_CENTER, true, query);
    }

    private void search(String text) {
        var titles = new HashSet<String>();
        List<Command> runnable = commands.all().stream()
                .filter(c -> c.isListed() && c.enabled().getAsBoolean() && titles.add(c.section() + c.title()))
                .toList();
        found.getItems().setAll(FuzzySearch.find(text, runnable, c -> c.title() + " " + c.section()));
        found.getItems().addAll(more.apply(text));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            case ENTER -> runSelected();
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = found.getItems().size() - 1;
        if (last >= 0) {
            int to = Math.clamp(found.getSelectionModel().getSelectedIndex() + by, 0, last);
            found.getSelectionModel().select(to);
            found.scrollTo(Math.max(0, to - 4));
        }
    }

    private void runSelected() {
        var command = found.getSelectionModel().getSelectedItem();
        if (command != null) {
            overlays.close();
            command.run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        private final Label title = new Label();
        private final Label section = new Label();
        private final Label keys = new Label();
        private final HBox row;

        CommandCell() {
            section.getStyleClass().addAll("muted", "small");
            keys.getStyleClass().add("kbd");
            keys.setMinWidth(USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(title, section, gap, keys);
            row.getStyleClass().add("command-row");
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            title.setText(command.title());
            section.setText(command.section());
            keys.setVisible(command.shortcut().isPresent());
            keys.setText(command.shortcut().map(s -> s.getDisplayText()).orElse(""));
            setAccessibleText(command.title() + " " + keys.getText());
            setGraphic(row);
        }
    }
}
