package io.countersign.policy.ui;

import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.policy.ui.ClauseDraft.Kind;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of a group: how its parts belong together, and ways to add one. */
final class GroupRow extends ClauseRow {
    private static final double WIDEST = 10_000;

    private final ChoiceButton<Kind> kind;
    private final Label words = new Label();
    private final Button clause;
    private final Button group;

    GroupRow(Group shown, EditorViewModel model, PolicyWords texts, Follow follow) {
        super(shown.key(), model, texts, follow);
        getStyleClass().add("group-row");
        kind = new ChoiceButton<>(texts.get("policies.group.kind"), each -> texts.get("policies.group." + each.id()));
        kind.getStyleClass().add("group-choice");
        kind.offer(() -> List.of(Kind.values()));
        kind.onChosen(chosen -> model.regroup(key(), chosen));
        words.getStyleClass().add("muted");
        clause = adder("policies.group.add", "mdi2p-plus", () -> follow.focus(model.addClause(key())));
        clause.getStyleClass().add("add-clause");
        group = adder(
                "policies.group.add.group", "mdi2f-format-list-group-plus", () -> follow.focus(model.addGroup(key())));
        group.getStyleClass().add("add-group");
        var content = new FlowPane(kind, words, clause, group);
        content.getStyleClass().add("clause-parts");
        content.setPrefWrapLength(WIDEST);
        hold(content);
        show(shown);
    }

    @Override
    void show(ClauseDraft draft) {
        if (draft instanceof Group shown) {
            kind.show(shown.kind());
            boolean none = shown.parts().isEmpty();
            words.setText(
                    words().get(none ? "policies.group.empty." + shown.kind().id() : "policies.group.of"));
            boolean addable = shown.kind() != Kind.NOT || none;
            for (Node each : List.of(clause, group)) {
                each.setVisible(addable);
                each.setManaged(addable);
            }
            words.setVisible(none || shown.kind() != Kind.NOT);
            words.setManaged(words.isVisible());
        }
    }

    @Override
    void focusContent() {
        kind.requestFocus();
    }

    @Override
    List<MenuItem> ownItems() {
        return List.of(
                item("add", () -> follow().focus(model().addClause(key()))),
                item("add.group", () -> follow().focus(model().addGroup(key()))));
    }

    private Button adder(String key, String icon, Runnable action) {
        var graphic = new FontIcon(icon);
        graphic.getStyleClass().add("icon-small");
        var button = new Button(words().get(key), graphic);
        button.getStyleClass().add("quiet");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words().get(key + ".help")));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
