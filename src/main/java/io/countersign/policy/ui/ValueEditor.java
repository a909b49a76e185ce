package io.countersign.policy.ui;

import io.countersign.policy.MessageField;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** Where a person says what a field is compared with. */
interface ValueEditor {
    /** What kinds there are; another kind needs another editor. */
    enum Kind {
        NONE,
        CHOICE,
        TEXT,
        PATTERN,
        NUMBER,
        MOMENT,
        CHIPS
    }

    Node node();

    /** Shows the value of a clause without telling anybody. */
    void show(Leaf leaf);

    /** Gives it the keyboard. */
    default void focus() {
        node().requestFocus();
    }

    /** The kind that a clause needs. */
    static Kind kind(Leaf leaf) {
        if (Comparison.of(leaf).value().isPresent()) {
            return Kind.NONE;
        }
        return switch (leaf.operator()) {
            case IN -> Kind.CHIPS;
            case REGEX -> Kind.PATTERN;
            case CONTAINS -> Kind.TEXT;
            default ->
                switch (leaf.field().type()) {
                    case NUMBER -> Kind.NUMBER;
                    case MOMENT -> Kind.MOMENT;
                    case TEXT, TEXTS, BOOLEAN -> leaf.field().allowed().isEmpty() ? Kind.TEXT : Kind.CHOICE;
                };
        };
    }

    /** An editor for a clause; {@code onChange} hears of the new values. */
    static ValueEditor of(Leaf leaf, PolicyWords words, MatchesViewModel matches, Consumer<List<String>> onChange) {
        return switch (kind(leaf)) {
            case NONE -> new Nothing();
            case CHOICE -> new OneOf(words, leaf, onChange);
            case TEXT -> Typed.completing(words, leaf, matches, onChange);
            case PATTERN -> Typed.plain(words, "policies.value.pattern", "pattern", onChange);
            case NUMBER -> Typed.plain(words, "policies.value.number", "number-field", onChange);
            case MOMENT -> new MomentEditor(words, onChange);
            case CHIPS -> new ChipsEditor(words, leaf, matches, onChange);
        };
    }

    /** The comparison says it all. */
    final class Nothing implements ValueEditor {
        private final javafx.scene.layout.Region nothing = new javafx.scene.layout.Region();

        Nothing() {
            nothing.setManaged(false);
        }

        @Override
        public Node node() {
            return nothing;
        }

        @Override
        public void show(Leaf leaf) {}
    }

    /** One of the texts that the field can hold. */
    final class OneOf implements ValueEditor {
        private final ChoiceButton<String> button;

        OneOf(PolicyWords words, Leaf leaf, Consumer<List<String>> onChange) {
            MessageField field = leaf.field();
            button = new ChoiceButton<>(words.get("policies.value"), value -> words.choice(field, value));
            button.offer(field::allowed);
            button.onChosen(value -> onChange.accept(List.of(value)));
        }

        @Override
        public Node node() {
            return button;
        }

        @Override
        public void show(Leaf leaf) {
            button.show(leaf.value());
        }
    }

    /** Anything typed. */
    final class Typed implements ValueEditor {
        private final TextField text;
        private Consumer<Leaf> follow = _ -> {};
        private boolean showing;

        private Typed(TextField text, String name, Consumer<List<String>> onChange) {
            this.text = text;
            text.setAccessibleText(name);
            text.setPromptText(name);
            text.getStyleClass().add("value-field");
            text.textProperty().subscribe((_, typed) -> {
                if (!showing) {
                    onChange.accept(List.of(typed));
                }
            });
        }

        static Typed plain(PolicyWords words, String nameKey, String style, Consumer<List<String>> onChange) {
            var field = new TextField();
            field.getStyleClass().add(style);
            return new Typed(field, words.get(nameKey), onChange);
        }

        static Typed completing(
                PolicyWords words, Leaf leaf, MatchesViewModel matches, Consumer<List<String>> onChange) {
            var field = FieldValues.field(matches, leaf.field());
            var editor = new Typed(field, words.get("policies.value.text"), onChange);
            editor.follow = next -> field.completes(FieldValues.of(matches, next.field()));
            return editor;
        }

        @Override
        public Node node() {
            return text;
        }

        @Override
        public void show(Leaf leaf) {
            follow.accept(leaf);
            if (!text.getText().equals(leaf.value())) {
                showing = true;
                text.setText(leaf.value());
                showing = false;
            }
        }

        @Override
        public void focus() {
            text.requestFocus();
            text.selectAll();
        }
    }
}
