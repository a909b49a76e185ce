package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Completion;
import io.countersign.shared.ui.CompletingField;
import io.countersign.shared.ui.CompletingField.Offer;
import io.countersign.shared.ui.Pause;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one field, and beside it what was kept. Up and Down go through the hits while one types. */
final class SearchField extends HBox {
    private static final Duration TYPING = Duration.millis(60);
    private static final int PAGE = 8;

    private final SearchViewModel model;
    private final SearchWords words;
    private final CompletionViewModel completions;
    private final CompletingField field;
    private final Runnable onLeave;
    // Held: what it is bound to does not.
    private final BooleanBinding kept;

    /** {@code onSave} asks for a name; {@code onLeave} gives the keyboard to the list. */
    SearchField(SearchViewModel model, SearchWords words, Runnable onSave, Runnable onLeave) {
        this.model = model;
        this.words = words;
        this.onLeave = onLeave;
        kept = Bindings.createBooleanBinding(
                () -> model.saved().find(model.askedProperty().get()).isPresent(),
                model.saved().searchesProperty(),
                model.askedProperty());
        completions =
                new CompletionViewModel(model.reader().desk(), model.ports().tasks());
        field = new CompletingField(this::complete, Pause.of(TYPING));
        getStyleClass().add("search-box");
        setMinHeight(USE_PREF_SIZE);
        field();
        var icon = new FontIcon("mdi2m-magnify");
        getChildren().addAll(icon, field, clear(), star(onSave), saved());
        model.askedProperty().subscribe(asked -> show(asked.typed()));
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private void field() {
        field.setId("search-field");
        field.getStyleClass().add("search-field");
        field.setPromptText(words.get("search.prompt"));
        field.setAccessibleText(words.get("search.prompt"));
        field.asksByDown(false);
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe((_, text) -> model.type(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().subscribe(focused -> {
            getStyleClass().remove("focused-box");
            if (focused) {
                getStyleClass().add("focused-box");
            }
        });
    }

    private Button clear() {
        var clear = iconButton("mdi2c-close", words.get("search.clear"));
        clear.setId("search-clear");
        clear.setOnAction(_ -> {
            field.clear();
            field.requestFocus();
        });
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        return clear;
    }

    private Button star(Runnable onSave) {
        var star = iconButton("mdi2s-star-outline", words.get("search.save"));
        star.setId("search-star");
        kept.subscribe(is -> {
            ((FontIcon) star.getGraphic()).setIconLiteral(is ? "mdi2s-star" : "mdi2s-star-outline");
            describe(star, words.get(is ? "search.forget" : "search.save"));
        });
        star.disableProperty().bind(field.textProperty().map(String::isBlank));
        star.setOnAction(
                _ -> model.saved().find(model.askedProperty().get()).ifPresentOrElse(model.saved()::forget, onSave));
        return star;
    }

    private MenuButton saved() {
        var menu = new MenuButton(words.get("search.saved"));
        menu.setId("search-saved");
        menu.getStyleClass().add("saved-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        model.saved().searchesProperty().subscribe(searches -> {
            menu.getItems()
                    .setAll(searches.stream()
                            .map(search -> {
                                var item = new MenuItem(search.name());
                                item.setMnemonicParsing(false);
                                item.setOnAction(_ -> model.open(search));
                                return item;
                            })
                            .toList());
            menu.setVisible(!searches.isEmpty());
            menu.setManaged(!searches.isEmpty());
        });
        return menu;
    }

    private void show(String typed) {
        if (!field.getText().equals(typed)) {
            field.setText(typed);
            field.positionCaret(typed.length());
        }
    }

    private void complete(String typed, int caret, Consumer<List<Offer>> then) {
        completions.complete(
                typed,
                caret,
                found -> then.accept(found.stream()
                        .map(completion -> offer(typed, completion))
                        .toList()));
    }

    private Offer offer(String typed, Completion completion) {
        int start = Math.clamp(completion.replaced().start(), 0, typed.length());
        int end = Math.clamp(completion.replaced().end(), start, typed.length());
        boolean done = completion.kind() != Completion.Kind.OPERATOR;
        var inserted = completion.text() + (done && end == typed.length() ? " " : "");
        return new Offer(
                typed.substring(0, start) + inserted + typed.substring(end),
                start + inserted.length(),
                completion.text(),
                words.note(completion));
    }

    private void pressed(KeyEvent key) {
        if (key.isConsumed() || field.isOffering() || key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
            return;
        }
        switch (key.getCode()) {
            case DOWN -> go(1, key);
            case UP -> go(-1, key);
            case PAGE_DOWN -> go(PAGE, key);
            case PAGE_UP -> go(-PAGE, key);
            case ENTER -> {
                model.toggleOpen();
                key.consume();
            }
            case ESCAPE -> {
                escape();
                key.consume();
            }
            default -> {}
        }
    }

    private void escape() {
        if (model.openProperty().get()) {
            model.openProperty().set(false);
        } else if (field.getText().isEmpty()) {
            onLeave.run();
        } else {
            field.clear();
        }
    }

    private void go(int by, KeyEvent key) {
        model.move(by);
        key.consume();
    }

    private static Button iconButton(String icon, String what) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        describe(button, what);
        return button;
    }

    private static void describe(Button button, String what) {
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
    }
}
