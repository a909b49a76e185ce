package io.countersign.policy.ui;

import io.countersign.policy.ui.PoliciesViewModel.Tab;
import io.countersign.shared.ui.BesideOrBelow;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.SectionLabel;
import io.countersign.shared.ui.Segments;
import java.util.EnumMap;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One policy: what it does, when, and what that means for the person's mail. */
final class EditorPane extends StackPane {
    private final PoliciesViewModel screen;
    private final PolicyWords words;
    private final EditorHead head;
    private final BuilderPane builder;
    private final ScrollPane scroll = new ScrollPane();

    EditorPane(PoliciesViewModel screen, PolicyWords words) {
        this.screen = screen;
        this.words = words;
        head = new EditorHead(screen, words);
        builder = new BuilderPane(screen.editor(), screen.matches(), words);
        getStyleClass().addAll("card", "editor");
        setMinSize(0, 0);
        var body = new BesideOrBelow(what(), consequences(), new BesideOrBelow.Sizes(104, 0.4, 38, 64, 10, 12));
        body.getStyleClass().add("editor-body");
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var something = new VBox(head, scroll);
        var nothing =
                EmptyState.of("nothing-chosen", "mdi2s-script-text-outline", words.get("policies.nothing.chosen"));
        nothing.setMessage(words.get("policies.nothing.chosen.hint"));
        getChildren().addAll(nothing, something);
        screen.editor().draftProperty().subscribe(draft -> {
            nothing.setVisible(draft.isEmpty());
            something.setVisible(draft.isPresent());
        });
        screen.selectedProperty().subscribe(_ -> scroll.setVvalue(0));
    }

    /** Gives the name the keyboard where it is missing, else the condition. */
    void begin() {
        boolean unnamed = screen.editor()
                .draftProperty()
                .get()
                .filter(draft -> draft.name().isBlank())
                .isPresent();
        if (unnamed) {
            head.focusName();
        } else {
            builder.focusFirst();
        }
    }

    private VBox what() {
        var json = new JsonPane(screen.editor(), words);
        var condition = new BesideOrBelow(builder, json, new BesideOrBelow.Sizes(56, 0.38, 20, 48, 9, 12));
        var what = new VBox(
                new SectionLabel(words.get("policies.section.then")),
                new FieldsPane(screen.editor(), words),
                new SectionLabel(words.get("policies.section.when")),
                condition);
        what.getStyleClass().add("editor-what");
        return what;
    }

    private VBox consequences() {
        var segments = new Segments<Tab>();
        var bar = new HBox();
        bar.getStyleClass().add("tabs");
        for (var tab : Tab.values()) {
            var button = new ToggleButton(words.get("policies.tab." + id(tab)));
            button.setId("tab-" + id(tab));
            button.getStyleClass().add("tab-button");
            button.setMinWidth(USE_PREF_SIZE);
            segments.with(tab, button);
            bar.getChildren().add(button);
        }
        var parts = new EnumMap<Tab, Node>(Tab.class);
        parts.put(Tab.MATCHES, new MatchesPane(screen.editor(), screen.matches(), words));
        parts.put(Tab.SIMULATION, new SimulationPane(screen, words));
        parts.put(Tab.VERSIONS, new VersionsPane(screen, words));
        parts.values().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        segments.bind(screen.tabProperty());
        screen.tabProperty().subscribe(now -> parts.forEach((tab, part) -> part.setVisible(tab == now)));
        var all = new VBox(bar);
        all.getStyleClass().add("consequences");
        all.getChildren().addAll(parts.values());
        all.getChildren().add(new MailListPane(screen.mails(), words));
        return all;
    }

    private static String id(Tab tab) {
        return tab.name().toLowerCase(Locale.ROOT);
    }
}
