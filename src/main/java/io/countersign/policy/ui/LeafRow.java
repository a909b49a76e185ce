package io.countersign.policy.ui;

import io.countersign.policy.MessageField;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A comparison: a field, how it is compared, and with what. */
final class LeafRow extends ClauseRow {
    private static final double WIDEST = 10_000;

    private final ChoiceButton<MessageField> field;
    private final ChoiceButton<Comparison> comparison;
    private final FlowPane content = new FlowPane();
    private final MatchesViewModel matches;
    private ValueEditor.@Nullable Kind kind;
    private @Nullable ValueEditor value;
    private Leaf shown;

    LeafRow(Leaf leaf, EditorViewModel model, MatchesViewModel matches, PolicyWords words, Follow follow) {
        super(leaf.key(), model, words, follow);
        this.matches = matches;
        this.shown = leaf;
        content.getStyleClass().add("clause-parts");
        content.setPrefWrapLength(WIDEST);
        field = new ChoiceButton<>(words.get("policies.clause.field"), words::field);
        field.getStyleClass().add("field-choice");
        field.offerGrouped(words::fields);
        field.onChosen(chosen -> model.setLeaf(key(), "field", before -> Comparison.onField(before, chosen)));
        comparison = new ChoiceButton<>(
                words.get("policies.clause.comparison"), chosen -> words.comparison(chosen, shown.field()));
        comparison.offer(() -> Comparison.offered(shown.field(), Comparison.of(shown)));
        comparison.onChosen(chosen -> model.setLeaf(key(), "comparison", chosen::applyTo));
        content.getChildren().addAll(field, comparison);
        hold(content);
        show(leaf);
    }

    @Override
    void show(ClauseDraft clause) {
        if (clause instanceof Leaf leaf) {
            var needed = ValueEditor.kind(leaf);
            boolean fits = value != null
                    && needed == kind
                    && leaf.field().allowed().equals(shown.field().allowed());
            shown = leaf;
            field.show(leaf.field());
            comparison.show(Comparison.of(leaf));
            if (!fits) {
                boolean focused =
                        content.isFocusWithin() && value != null && value.node().isFocusWithin();
                kind = needed;
                var made = ValueEditor.of(leaf, words(), matches, this::changed);
                value = made;
                if (made.node() instanceof Region region) {
                    region.maxWidthProperty().bind(content.widthProperty());
                }
                content.getChildren().setAll(field, comparison, made.node());
                if (focused) {
                    focusContent();
                }
            }
            if (value != null) {
                value.show(leaf);
            }
        }
    }

    @Override
    void focusContent() {
        if (value != null && kind != ValueEditor.Kind.NONE) {
            value.focus();
        } else {
            field.requestFocus();
        }
    }

    @Override
    List<MenuItem> ownItems() {
        return List.of(item("add", () -> follow().focus(model().addClause(key()))));
    }

    private void changed(List<String> values) {
        model().setLeaf(key(), "value", before -> before.withValues(values));
    }
}
