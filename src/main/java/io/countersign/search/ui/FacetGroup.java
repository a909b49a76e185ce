package io.countersign.search.ui;

import io.countersign.search.Facet;
import io.countersign.search.SearchResult.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One facet: all its values behind its name, and as chips the value that is chosen and the most frequent ones. */
final class FacetGroup {
    private static final double MENU_EM = 2.6;
    private static final double LETTER_EM = 0.62;
    private static final double CHIP_EM = 2.1;
    private static final double SMALL_EM = 0.52;
    private static final double WIDEST_EM = 15;

    private final SearchViewModel model;
    private final SearchWords words;
    private final Facet facet;
    private final List<Count> counts;
    private final Optional<String> chosen;

    FacetGroup(SearchViewModel model, SearchWords words, Facet facet, List<Count> counts) {
        this.model = model;
        this.words = words;
        this.facet = facet;
        this.counts = counts;
        chosen = Optional.ofNullable(model.askedProperty().get().narrowed().get(facet));
    }

    /** A facet of one value narrows nothing down. */
    boolean isUseful() {
        return chosen.isPresent() || counts.size() > 1;
    }

    /** Its menu and so many chips; the chosen value is always among them, and then alone. */
    List<Node> nodes(int chips) {
        var nodes = new ArrayList<Node>();
        if (counts.size() > 1) {
            nodes.add(menu());
        }
        chosen.ifPresentOrElse(
                value -> nodes.add(chip(value, countOf(value), true)),
                () -> counts.stream()
                        .limit(chips)
                        .forEach(count -> nodes.add(chip(count.value(), Optional.of(count.mails()), false))));
        return nodes;
    }

    /** How wide that would be, about, in letters' heights. */
    double width(int chips) {
        double menu =
                counts.size() > 1 ? MENU_EM + LETTER_EM * words.facet(facet).length() : 0;
        return menu
                + (chosen.isPresent()
                        ? CHIP_EM + SMALL_EM * chosen.get().length()
                        : counts.stream()
                                .limit(chips)
                                .mapToDouble(count -> CHIP_EM
                                        + Math.min(
                                                WIDEST_EM,
                                                SMALL_EM
                                                        * named(count.value(), Optional.of(count.mails()))
                                                                .length()))
                                .sum());
    }

    private Optional<Long> countOf(String value) {
        return counts.stream()
                .filter(count -> count.value().equals(value))
                .map(Count::mails)
                .findFirst();
    }

    private MenuButton menu() {
        var menu = new MenuButton(words.facet(facet));
        menu.getStyleClass().addAll("facet-menu");
        menu.setId("facet-" + facet.name());
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setAccessibleText(words.get("search.facet.spoken", words.facet(facet)));
        // Filled when it opens: while somebody types it is made anew with every letter.
        menu.getItems().add(new MenuItem());
        menu.addEventHandler(
                MenuButton.ON_SHOWING,
                _ -> menu.getItems().setAll(counts.stream().map(this::item).toList()));
        return menu;
    }

    private MenuItem item(Count count) {
        var item = new CheckMenuItem(named(count.value(), Optional.of(count.mails())));
        item.setMnemonicParsing(false);
        item.setSelected(chosen.filter(count.value()::equals).isPresent());
        item.setOnAction(_ -> model.toggle(facet, count.value()));
        return item;
    }

    private ToggleButton chip(String value, Optional<Long> mails, boolean selected) {
        var chip = new ToggleButton(named(value, mails));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("segment", "facet-chip");
        chip.setUserData(facet + "=" + value);
        chip.setSelected(selected);
        if (selected) {
            var remove = new FontIcon("mdi2c-close");
            remove.getStyleClass().addAll("icon-small", "accent");
            chip.setGraphic(remove);
            chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            chip.setAccessibleText(words.get("search.facet.remove", words.facet(facet), words.value(facet, value)));
        } else {
            chip.setAccessibleText(words.get("search.facet.only", words.facet(facet), named(value, mails)));
        }
        chip.setOnAction(_ -> model.toggle(facet, value));
        return chip;
    }

    private String named(String value, Optional<Long> mails) {
        return mails.map(count -> words.value(facet, value) + "  " + words.number(count))
                .orElseGet(() -> words.value(facet, value));
    }
}
