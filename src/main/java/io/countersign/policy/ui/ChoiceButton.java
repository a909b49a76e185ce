package io.countersign.policy.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Shows one of several values and lets the person take another; its menu is made when it opens, so that many are cheap. */
final class ChoiceButton<T> extends MenuButton {
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();
    private final Function<T, String> words;
    private final String about;
    private Supplier<Map<String, List<T>>> offered = Map::of;
    private Consumer<T> onChosen = _ -> {};

    /** {@code about} is what a screen reader calls it. */
    ChoiceButton(String about, Function<T, String> words) {
        this.about = about;
        this.words = words;
        getStyleClass().add("choice");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(about);
        setOnShowing(_ -> fill());
    }

    /** The values to choose from. */
    void offer(Supplier<List<T>> values) {
        offered = () -> {
            var plain = new LinkedHashMap<String, List<T>>();
            plain.put("", values.get());
            return plain;
        };
    }

    /** The values to choose from, under what they are about. */
    void offerGrouped(Supplier<Map<String, List<T>>> values) {
        offered = values;
    }

    void onChosen(Consumer<T> action) {
        onChosen = action;
    }

    /** Shows a value without telling anybody. */
    void show(T shown) {
        value.set(shown);
        var said = words.apply(shown);
        if (!said.equals(getText())) {
            setText(said);
            setAccessibleText(about + ": " + said);
        }
    }

    @Nullable
    T shown() {
        return value.get();
    }

    /** Takes a value as if it had been clicked. */
    void choose(T chosen) {
        show(chosen);
        onChosen.accept(chosen);
    }

    private void fill() {
        getItems().clear();
        offered.get().forEach((title, values) -> {
            var items = values.stream().map(this::item).toList();
            if (title.isEmpty()) {
                getItems().addAll(items);
            } else {
                var menu = new Menu(title);
                menu.setMnemonicParsing(false);
                menu.getItems().addAll(items);
                getItems().add(menu);
            }
        });
    }

    private MenuItem item(T each) {
        var item = new MenuItem(words.apply(each));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> choose(each));
        return item;
    }
}
