package io.countersign.search.ui;

import io.countersign.search.Facet;
import io.countersign.search.SearchResult.Count;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** By what the hits can be narrowed down: as many values as there is room for in a line, the others in menus. */
final class FacetBar extends FlowPane {
    private static final int MOST_CHIPS = 3;
    private static final double LINE_EM = 1.9;

    private final SearchViewModel model;
    private final SearchWords words;
    private final Label ruler = new Label();
    private Map<Facet, List<Count>> facets = Map.of();
    private Map<Facet, String> narrowed = Map.of();

    FacetBar(SearchViewModel model, SearchWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("chips", "facets");
        setId("facets");
        setMinHeight(USE_PREF_SIZE);
        ruler.setManaged(false);
        ruler.setVisible(false);
        managedProperty().bind(visibleProperty());
        widthProperty().subscribe((_, _) -> arrange());
        model.stateProperty().subscribe(this::show);
    }

    private void show(SearchState state) {
        if (state instanceof SearchState.Ready(var answer)) {
            facets = answer.found().facets();
        } else if (state instanceof SearchState.Start) {
            facets = Map.of();
        }
        setVisible(!(state instanceof SearchState.Start || state instanceof SearchState.Failed));
        if (model.isTyping() && model.askedProperty().get().narrowed().equals(narrowed)) {
            model.pauses().settling().then(this::arrange); // the hits come first
        } else {
            arrange();
        }
    }

    private void arrange() {
        narrowed = model.askedProperty().get().narrowed();
        var focused = getScene() == null ? null : focusedChip();
        var groups = Arrays.stream(Facet.values())
                .map(facet -> new FacetGroup(model, words, facet, facets.getOrDefault(facet, List.of())))
                .filter(FacetGroup::isUseful)
                .toList();
        double room = getWidth() / ruler.getFont().getSize();
        int chips = MOST_CHIPS;
        while (chips > 0 && width(groups, chips) > room) {
            chips--;
        }
        int most = chips;
        getChildren().setAll(ruler);
        groups.forEach(group -> getChildren().addAll(group.nodes(most)));
        if (model.askedProperty().get().narrowed().size() > 1) {
            getChildren().add(widen());
        }
        if (focused != null) {
            refocus(focused);
        }
    }

    // A line of room even while it is empty: what is below stays where it is.
    @Override
    protected double computePrefHeight(double width) {
        return Math.max(
                super.computePrefHeight(width), LINE_EM * ruler.getFont().getSize());
    }

    private static double width(List<FacetGroup> groups, int chips) {
        return groups.stream().mapToDouble(group -> group.width(chips)).sum();
    }

    private Button widen() {
        var all = new Button(words.get("search.facet.all"));
        all.getStyleClass().addAll("quiet", "small");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(_ -> model.widen());
        return all;
    }

    // The chips are made anew with every answer: the keyboard stays with the one that has it.
    private @org.jspecify.annotations.Nullable Object focusedChip() {
        return getChildren().stream()
                .filter(Node::isFocused)
                .map(node -> node.getUserData() == null ? node.getId() : node.getUserData())
                .findFirst()
                .orElse(null);
    }

    private void refocus(Object key) {
        getChildren().stream()
                .filter(node -> key.equals(node.getUserData()) || key.equals(node.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
