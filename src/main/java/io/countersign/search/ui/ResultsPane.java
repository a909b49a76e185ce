package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.ui.SearchReader.Answer;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Segments;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What was found: how much of it, in which order, and the list. */
final class ResultsPane extends VBox {
    private static final double ROW_EM = 5.7;

    private final SearchViewModel model;
    private final SearchWords words;
    private final Label count = new Label();
    private final ListView<Hit> list = new ListView<>();
    private final EmptyState nothing = EmptyState.of("no-hits", "mdi2m-magnify", "");
    private final FlowPane relax = new FlowPane();
    private final HBox suggestion = new HBox();
    private final MenuButton withAll = new MenuButton();
    private final BestStrip best;

    ResultsPane(SearchViewModel model, SearchWords words) {
        this.model = model;
        this.words = words;
        best = new BestStrip(model, words);
        getStyleClass().addAll("card", "results-card");
        suggestion.getStyleClass().add("suggestion");
        suggestion.managedProperty().bind(suggestion.visibleProperty());
        relax.getStyleClass().addAll("chips", "relax");
        nothing.getChildren().add(relax);
        list();
        var middle = new StackPane(list, nothing);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(header(), new ProposeForm(model, words), suggestion, best, middle);
        model.stateProperty().subscribe(this::show);
    }

    ListView<Hit> listView() {
        return list;
    }

    private HBox header() {
        count.setId("search-count");
        count.getStyleClass().add("strong");
        count.setMinWidth(0);
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        var header = new HBox(count, orders(), actions());
        header.getStyleClass().add("card-header");
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private HBox orders() {
        var segments = new Segments<Order>();
        var orders = new HBox();
        orders.getStyleClass().add("orders");
        for (var order : List.of(Order.RELEVANCE, Order.NEWEST)) {
            var key = "search.order." + order.name().toLowerCase(Locale.ROOT);
            orders.getChildren().add(segments.add(order, "order-" + order.name(), words.get(key)));
        }
        segments.bind(model.askedProperty().map(Asked::order), model::order);
        return orders;
    }

    private MenuButton actions() {
        var menu = withAll;
        menu.setText(words.get("search.with.all"));
        menu.setId("with-all");
        menu.getStyleClass().add("with-all");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems()
                .setAll(
                        item("search.make.policy", () -> ready(model.made()::makePolicy)),
                        item("search.simulate", () -> ready(model.made()::simulate)),
                        item(
                                "search.propose",
                                () -> model.made().proposingProperty().set(true)),
                        item("search.export", () -> ready(model.made()::export)));
        menu.setDisable(true);
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(words.get(key));
        item.setId(key);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void ready(java.util.function.Consumer<Answer> action) {
        if (model.stateProperty().get() instanceof SearchState.Ready(Answer answer)) {
            action.accept(answer);
        }
    }

    private void list() {
        list.setId("hits");
        list.getStyleClass().addAll("plain", "results");
        list.setAccessibleText(words.get("search.list"));
        list.setItems(model.hits());
        list.setCellFactory(_ -> new ResultCell(model, words));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        count.fontProperty().subscribe(font -> list.setFixedCellSize(Math.rint(ROW_EM * font.getSize())));
        model.atProperty().subscribe(at -> follow(at.intValue()));
        list.getSelectionModel().selectedIndexProperty().subscribe((_, index) -> {
            if (index.intValue() >= 0) {
                model.atProperty().set(index.intValue());
            }
        });
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER, SPACE -> {
                model.toggleOpen();
                key.consume();
            }
            default -> {}
        }
    }

    private void follow(int index) {
        var selection = list.getSelectionModel();
        if (index < 0) {
            selection.clearSelection();
        } else if (selection.getSelectedIndex() != index) {
            selection.clearAndSelect(index);
            list.getFocusModel().focus(index);
        }
        if (index >= 0) {
            reveal(index);
        }
    }

    /** Scrolls only where the row is out of sight. */
    private void reveal(int index) {
        if (list.lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null) {
            int first = flow.getFirstVisibleCell().getIndex();
            int last = flow.getLastVisibleCell().getIndex();
            if (index <= first) {
                list.scrollTo(index);
            } else if (index >= last) {
                list.scrollTo(Math.max(0, index - (last - first) + 1));
            }
        } else {
            list.scrollTo(index);
        }
    }

    private void show(SearchState state) {
        if (state instanceof SearchState.Ready(var answer)) {
            count.setText(words.count(answer.found()));
            best.show(answer.best());
            suggest(answer);
            boolean none = answer.found().all().isEmpty();
            withAll.setDisable(answer.found().hits().isEmpty());
            list.setVisible(!none);
            nothing.setVisible(none);
            nothing.setManaged(none);
            if (none) {
                empty(answer);
            }
        }
    }

    private void suggest(Answer answer) {
        var meant = answer.found().didYouMean();
        suggestion.setVisible(meant.isPresent());
        meant.ifPresent(query -> {
            var before = new Label(words.get("search.did.you.mean"));
            before.setMinWidth(USE_PREF_SIZE);
            var link = new Hyperlink(query);
            link.setId("did-you-mean");
            link.setOnAction(_ -> model.search(query));
            suggestion.getChildren().setAll(before, link);
        });
    }

    /** What to leave out, so that something is found. */
    private void empty(Answer answer) {
        var asked = answer.asked();
        nothing.setTitle(words.get("search.nothing"));
        nothing.setMessage(words.get("search.nothing.hint"));
        relax.getChildren().clear();
        asked.narrowed()
                .forEach((facet, value) -> relax.getChildren()
                        .add(relaxing(
                                words.get("search.without", words.value(facet, value)),
                                () -> model.toggle(facet, value))));
        var terms = SearchWords.terms(asked.typed());
        if (terms.size() > 1) {
            terms.stream()
                    .distinct()
                    .limit(6)
                    .forEach(term -> relax.getChildren()
                            .add(relaxing(
                                    words.get("search.without", term),
                                    () -> model.search(String.join(
                                            " ",
                                            terms.stream()
                                                    .filter(each -> !each.equals(term))
                                                    .toList())))));
        }
    }

    private static Button relaxing(String text, Runnable action) {
        var button = new Button(text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
