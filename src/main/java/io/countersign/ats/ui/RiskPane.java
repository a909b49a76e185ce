package io.countersign.ats.ui;

import io.countersign.ats.ui.ApplicationFilter.Scope;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Segments;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The list of applications, the one first where an action changes most, and which of them are shown. */
final class RiskPane extends VBox {
    private final ApplicationsViewModel model;
    private final ListingViewModel listing;
    private final ApplicationWords words;
    private final TableView<ApplicationRow> table = new TableView<>();
    private final Map<Scope, ToggleButton> scopes = new EnumMap<>(Scope.class);
    private final Label count = new Label();

    RiskPane(ApplicationsViewModel model, ApplicationWords words) {
        this.model = model;
        this.listing = model.listing();
        this.words = words;
        getStyleClass().add("card");
        setMinWidth(0);
        var list = new StackPane(table, nothingYet(), noHits(), unreadable());
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(header(), new WarehouseNotice(model, words), list);
        table.setId("applications");
        table.getStyleClass().addAll("plain", "applications");
        table.setAccessibleText(words.get("applications.table"));
        table.setPlaceholder(new Region());
        table.visibleProperty().bind(Bindings.isNotEmpty(listing.rows()));
        RiskTable.prepare(table, model, words, count.fontProperty());
        listing.generationProperty().subscribe(_ -> count());
    }

    /** Gives the keyboard to the table. */
    void focusTable() {
        table.requestFocus();
    }

    private HBox header() {
        var segments = new Segments<Scope>();
        var chips = new FlowPane();
        chips.getStyleClass().add("chips");
        for (var scope : Scope.values()) {
            var chip = segments.add(scope, "scope-" + scope.name().toLowerCase(Locale.ROOT), "");
            scopes.put(scope, chip);
            chips.getChildren().add(chip);
        }
        var filter = listing.filterProperty();
        segments.bind(
                filter.map(ApplicationFilter::scope),
                scope -> filter.set(filter.get().withScope(scope)));
        chips.getChildren().add(new PartChip(listing, words, this::focusTable));
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setMinWidth(0);
        count.setId("count");
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(0);
        chips.setAlignment(Pos.CENTER_LEFT);
        var add = addButton();
        var header = new HBox(chips, count, add);
        // its rows are those of the room that it has, not of a room that it would like
        header.widthProperty()
                .subscribe(width -> chips.setPrefWrapLength(
                        Math.max(1, width.doubleValue() - 1.35 * add.prefWidth(-1) - count.prefWidth(-1))));
        header.getStyleClass().addAll("card-header", "risk-header");
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private Button addButton() {
        var add = new Button(words.get("applications.add"));
        add.setId("add-application");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> model.ask(Form.ADD));
        return add;
    }

    private void count() {
        scopes.forEach((scope, chip) -> chip.setText(words.get(
                "applications.scope." + scope.name().toLowerCase(Locale.ROOT),
                words.formats().number(listing.count(scope)))));
        boolean searched = !listing.filterProperty().get().text().isBlank();
        count.setText(
                searched
                        ? words.get(
                                "applications.hits",
                                listing.rows().size(),
                                words.formats().number(listing.rows().size()))
                        : "");
    }

    private EmptyState nothingYet() {
        var state = EmptyState.of("nothing-yet", "mdi2b-briefcase-search-outline", words.get("applications.empty"));
        state.setMessage(words.get("applications.empty.hint"));
        var add = new Button(words.get("applications.add"));
        add.setOnAction(_ -> model.ask(Form.ADD));
        state.getChildren().add(add);
        state.showWhen(model.loadedProperty()
                .and(Bindings.createBooleanBinding(
                        () -> model.snapshotProperty().get().isEmpty()
                                && model.loadFailureProperty().get().isEmpty(),
                        model.snapshotProperty(),
                        model.loadFailureProperty())));
        return state;
    }

    private EmptyState noHits() {
        var state = EmptyState.of("no-hits", "mdi2m-magnify", words.get("applications.no.hits"));
        listing.filterProperty().subscribe(filter -> {
            boolean done = filter.scope() == Scope.ACTION
                    && filter.text().isBlank()
                    && filter.part().isEmpty();
            state.setIcon(done ? "mdi2c-check-all" : "mdi2m-magnify");
            state.setTitle(words.get(done ? "applications.no.action" : "applications.no.hits"));
            state.setMessage(words.get(done ? "applications.no.action.hint" : "applications.no.hits.hint"));
        });
        var all = new Button(words.get("applications.show.all"));
        all.setId("show-all");
        all.setOnAction(_ -> listing.filterProperty().set(ApplicationFilter.ALL));
        state.getChildren().add(all);
        state.showWhen(Bindings.createBooleanBinding(
                () -> listing.rows().isEmpty() && !listing.snapshot().isEmpty(),
                listing.rows(),
                listing.generationProperty()));
        return state;
    }

    private EmptyState unreadable() {
        var state = EmptyState.of("unreadable", "mdi2a-alert-circle-outline", words.get("applications.not.loaded"));
        model.loadFailureProperty().subscribe(state::setMessage);
        var again = new Button(words.get("applications.read.again"));
        again.setOnAction(_ -> model.load());
        state.getChildren().add(again);
        state.showWhen(model.loadFailureProperty().isNotEmpty().and(Bindings.isEmpty(listing.rows())));
        return state;
    }
}
