package io.countersign.policy.ui;

import io.countersign.policy.LintFinding.Severity;
import io.countersign.policy.ui.ClauseDraft.Kind;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the builder: how deep it is, its content, what can be done with it, and what is wrong with it below. */
abstract class ClauseRow extends VBox {
    private final HBox rails = new HBox();
    private final HBox line = new HBox();
    private final VBox findings = new VBox();
    private final MenuButton more = new MenuButton();
    private final EditorViewModel model;
    private final PolicyWords words;
    private final long key;
    private final Follow follow;
    private List<Finding> shownFindings = List.of();

    /** What the builder does once a change has been made: it gives the keyboard to a clause. */
    interface Follow {
        void focus(long key);
    }

    ClauseRow(long key, EditorViewModel model, PolicyWords words, Follow follow) {
        this.key = key;
        this.model = model;
        this.words = words;
        this.follow = follow;
        getStyleClass().add("clause-row");
        rails.getStyleClass().add("rails");
        line.getStyleClass().add("clause-line");
        findings.getStyleClass().add("clause-findings");
        findings.setVisible(false);
        findings.managedProperty().bind(findings.visibleProperty());
        more.getStyleClass().addAll("icon-menu", "clause-more");
        more.setGraphic(new FontIcon("mdi2d-dots-vertical"));
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnShowing(_ -> fill());
        setFillWidth(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Puts the content in; once. */
    final void hold(Node content) {
        HBox.setHgrow(content, Priority.ALWAYS);
        if (content instanceof Region region) {
            region.setMinWidth(0);
        }
        line.getChildren().setAll(content, more);
        var body = new VBox(line, findings);
        HBox.setHgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        var all = new HBox(rails, body);
        all.getStyleClass().add("clause-body");
        getChildren().setAll(all);
    }

    long key() {
        return key;
    }

    EditorViewModel model() {
        return model;
    }

    PolicyWords words() {
        return words;
    }

    Follow follow() {
        return follow;
    }

    /** Gives its first part the keyboard. */
    abstract void focusContent();

    /** Shows a clause of the kind that this row is for. */
    abstract void show(ClauseDraft clause);

    /** Entries of the menu that only this kind has. */
    abstract List<MenuItem> ownItems();

    /** {@code spoken} is what a screen reader calls its menu. */
    final void place(int depth, String spoken) {
        if (rails.getChildren().size() != depth) {
            rails.getChildren().clear();
            for (int i = 0; i < depth; i++) {
                var rail = new Region();
                rail.getStyleClass().add(depth > 8 ? "rail-line-tight" : "rail-line");
                rails.getChildren().add(rail);
            }
        }
        more.setAccessibleText(spoken);
    }

    final void say(List<Finding> said) {
        if (!said.equals(shownFindings)) {
            shownFindings = said;
            findings.getChildren().setAll(said.stream().map(this::finding).toList());
            findings.setVisible(!said.isEmpty());
        }
    }

    private Node finding(Finding finding) {
        return FindingLine.of(finding, words);
    }

    private void fill() {
        var items = more.getItems();
        items.setAll(ownItems());
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(
                item("up", () -> move(-1)),
                item("down", () -> move(1)),
                item("duplicate", () -> model.duplicateClause(key)),
                item("negate", () -> model.negateClause(key)),
                item("wrap.all", () -> model.wrapClause(key, Kind.ALL)),
                item("wrap.any", () -> model.wrapClause(key, Kind.ANY)),
                new SeparatorMenuItem(),
                item("remove", this::remove));
    }

    final MenuItem item(String name, Runnable action) {
        var item = new MenuItem(words.get("policies.clause." + name));
        item.setId("clause-" + name.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void move(int by) {
        model.moveClause(key, by);
        follow.focus(key);
    }

    private void remove() {
        var next = model.draftProperty().get().flatMap(draft -> ClauseEdits.parent(draft.tree(), key));
        model.removeClause(key);
        next.ifPresent(group -> follow.focus(group.key()));
    }

    private void pressed(KeyEvent event) {
        action(event).ifPresent(action -> {
            action.run();
            event.consume();
        });
    }

    private Optional<Runnable> action(KeyEvent event) {
        if (event.isAltDown() && !event.isShortcutDown()) {
            return switch (event.getCode()) {
                case KeyCode.UP -> Optional.of(() -> move(-1));
                case KeyCode.DOWN -> Optional.of(() -> move(1));
                default -> Optional.empty();
            };
        }
        if (event.isShortcutDown() && !event.isAltDown()) {
            return switch (event.getCode()) {
                case KeyCode.ENTER -> Optional.of(() -> follow.focus(model.addClause(key)));
                case KeyCode.DELETE -> Optional.of(this::remove);
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    /** The icon, the colour and the sentence of a finding. */
    static final class FindingLine {
        private FindingLine() {}

        static Node of(Finding finding, PolicyWords words) {
            var tone = tone(finding.severity());
            var icon = new FontIcon(
                    finding.severity() == Severity.INFO ? "mdi2i-information-outline" : "mdi2a-alert-circle-outline");
            icon.getStyleClass().addAll("icon-small", tone);
            var text = new Label(words.said(finding.message()));
            text.getStyleClass().addAll("small", tone);
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            var both = new HBox(icon, text);
            both.getStyleClass().add("finding");
            return both;
        }

        static String tone(Severity severity) {
            return switch (severity) {
                case INFO -> "muted";
                case WARNING -> "warn";
                case ERROR -> "bad";
            };
        }
    }
}
