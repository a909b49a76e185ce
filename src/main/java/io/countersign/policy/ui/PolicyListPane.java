package io.countersign.policy.ui;

import io.countersign.shared.ui.EmptyState;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** All policies in the order in which they are tried. */
final class PolicyListPane extends VBox {
    private static final double ROW_EM = 4.2;

    private final PoliciesViewModel model;
    private final PolicyWords words;
    private final Runnable onEdit;
    private final ListView<PolicyRow> list = new ListView<>();
    private final Label count = new Label();
    private boolean following;

    /** {@code onEdit} opens the editor for the chosen policy. */
    PolicyListPane(PoliciesViewModel model, PolicyWords words, Runnable onEdit) {
        this.model = model;
        this.onEdit = onEdit;
        this.words = words;
        getStyleClass().addAll("card", "policy-list");
        setMinWidth(0);
        list.setId("policies");
        list.getStyleClass().add("plain");
        list.setAccessibleText(words.get("policies.list"));
        list.setPlaceholder(new Region());
        list.setCellFactory(_ -> new PolicyCell(model, words));
        list.setItems(model.rows());
        count.fontProperty().subscribe(font -> list.setFixedCellSize(Math.rint(ROW_EM * font.getSize())));
        list.getSelectionModel().selectedItemProperty().subscribe((_, row) -> {
            if (!following && row != null) {
                model.select(row.id());
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.selectedProperty().subscribe(_ -> follow());
        Bindings.size(model.rows()).subscribe(_ -> follow());
        var layer = new Pane();
        PolicyDrag.install(list, layer, model);
        var stack = new StackPane(list, layer, noPolicies(), noHits(), unreadable());
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        list.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        getChildren().addAll(header(), stack);
        model.rows().addListener((javafx.collections.ListChangeListener<PolicyRow>) _ -> follow());
    }

    /** Gives the list the keyboard. */
    void focusList() {
        list.requestFocus();
    }

    /** True while keys go to the list. */
    boolean isListFocused() {
        return list.isFocused();
    }

    private HBox header() {
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(0);
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get(
                                "policies.count",
                                model.rows().size(),
                                words.formats().number(model.rows().size())),
                        model.rows()));
        var add = new Button(words.get("policies.new"), new FontIcon("mdi2p-plus"));
        add.setId("new-policy");
        add.getStyleClass().add("act");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> model.beginNew());
        var files = new MenuButton();
        files.setId("policy-files");
        files.setGraphic(new FontIcon("mdi2d-dots-vertical"));
        files.getStyleClass().add("icon-menu");
        files.setAccessibleText(words.get("policies.files"));
        files.getItems().addAll(item("import", model.files()::chooseFile), item("export.all", model::exportAll));
        var header = new HBox(count, add, files);
        header.getStyleClass().add("card-header");
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private MenuItem item(String id, Runnable action) {
        var item = new MenuItem(words.get("policies.command." + id));
        item.setId("files-" + id.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void follow() {
        following = true;
        int at = model.selectedIndex();
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().clearAndSelect(at);
            list.getFocusModel().focus(at);
            list.scrollTo(Math.max(0, at - 3));
        }
        following = false;
    }

    private void pressed(KeyEvent key) {
        int by = key.getCode() == KeyCode.UP ? -1 : key.getCode() == KeyCode.DOWN ? 1 : 0;
        if (key.isAltDown() && by != 0) {
            model.shift(by);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && model.selectedRow().isPresent()) {
            onEdit.run(); // the list would keep the key for itself
            key.consume();
        } else if (key.getCode() == KeyCode.SPACE) {
            model.selectedRow().ifPresent(row -> model.enable(row, !row.enabled()));
            key.consume();
        }
    }

    private EmptyState noPolicies() {
        var state = EmptyState.of("no-policies", "mdi2s-script-text-outline", words.get("policies.empty"));
        state.setMessage(words.get("policies.empty.hint"));
        var add = new Button(words.get("policies.new"));
        add.setOnAction(_ -> model.beginNew());
        var file = new Button(words.get("policies.command.import"));
        file.setOnAction(_ -> model.files().chooseFile());
        state.getChildren().addAll(add, file);
        state.showWhen(model.loadedProperty()
                .and(model.emptyProperty())
                .and(model.loadFailureProperty().isEmpty()));
        return state;
    }

    private EmptyState noHits() {
        var state = EmptyState.of("no-hits", "mdi2m-magnify", words.get("policies.no.hits"));
        state.setMessage(words.get("policies.no.hits.hint"));
        var all = new Button(words.get("policies.show.all"));
        all.setOnAction(_ -> model.filterProperty().set(""));
        state.getChildren().add(all);
        state.showWhen(Bindings.isEmpty(model.rows()).and(model.emptyProperty().not()));
        return state;
    }

    private EmptyState unreadable() {
        var state = EmptyState.of("unreadable", "mdi2a-alert-circle-outline", words.get("policies.not.loaded"));
        model.loadFailureProperty().subscribe(state::setMessage);
        var again = new Button(words.get("policies.read.again"));
        again.setOnAction(_ -> model.load());
        state.getChildren().add(again);
        state.showWhen(model.loadFailureProperty().isNotEmpty().and(Bindings.isEmpty(model.rows())));
        return state;
    }
}
