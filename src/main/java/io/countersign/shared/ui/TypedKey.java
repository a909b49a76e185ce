package io.countersign.shared.ui;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A character however the keyboard makes it: {@code /} is Shift+7 on a German one. Matches {@code KEY_TYPED}. */
public final class TypedKey extends KeyCombination {
    private final String character;

    public TypedKey(String character) {
        super(ModifierValue.ANY, ModifierValue.UP, ModifierValue.UP, ModifierValue.UP, ModifierValue.UP);
        this.character = character;
    }

    @Override
    public boolean match(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_TYPED
                && !event.isControlDown()
                && !event.isMetaDown()
                && event.getCharacter().equals(character);
    }

    @Override
    public String getDisplayText() {
        return character;
    }

    @Override
    public String getName() {
        return character;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedKey key && key.character.equals(character);
    }

    @Override
    public int hashCode() {
        return character.hashCode();
    }
}
