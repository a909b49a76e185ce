package io.countersign.approval.ui;

import io.countersign.approval.ProposeResult.PolicyFailure;
import io.countersign.approval.QueueOrder;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.CommandSource;
import io.countersign.shared.ui.EmptyState;
import io.countersign.shared.ui.Filterable;
import io.countersign.shared.ui.Segments;
import io.countersign.shared.ui.Showable;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the approvals screen to its model. */
public final class ApprovalsController implements Showable, Filterable, CommandSource {
    private static final double DIVIDER = 0.43;
    private static final double BOTH_EM = 46;
    private static final double ROW_EM = 4.2;
    private static final double ROOMY_EM = 26;
    private static final double WITH_ALL_EM = 46;

    private final ApprovalsViewModel model;
    private final ApprovalWords words;
    private final InstantSource clock;

    @FXML
    private VBox banner;

    @FXML
    private SplitPane split;

    @FXML
    private VBox tray;

    @FXML
    private StackPane detail;

    @FXML
    private ToggleGroup groupings;

    @FXML
    private ToggleButton surest;

    @FXML
    private Label count;

    @FXML
    private ListView<TrayLine> list;

    @FXML
    private EmptyState allDone;

    @FXML
    private EmptyState noHits;

    @FXML
    private EmptyState unreadable;

    @FXML
    private Button look;

    @FXML
    private MenuButton withAll;

    public ApprovalsController(ApprovalsViewModel model, ApprovalWords words, InstantSource clock) {
        this.model = model;
        this.words = words;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        var pane = new DetailPane(model, words, clock);
        detail.getChildren().add(pane);
        list.setCellFactory(_ -> new TrayCell(model, words));
        list.setItems(model.lines());
        count.fontProperty().subscribe(font -> list.setFixedCellSize(Math.rint(ROW_EM * font.getSize())));
        TrayKeys.install(list, model);
        model.cursor().moves().subscribe(this::follow);
        Segments.named(Grouping.class, groupings).bind(model.groupingProperty());
        bindStates();
        model.openProperty().subscribe(open -> open(open, pane));
        model.policyFailures().subscribe(this::showBanner);
        model.trust().lines().subscribe(this::showBanner);
        model.trust().automatic().subscribe((_, _) -> list.refresh());
        bindOrder();
        split.widthProperty().subscribe(_ -> arrange());
        look.disableProperty().bind(model.lookingProperty());
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public void filter(String text) {
        model.filterProperty().set(text);
    }

    @Override
    public String filterPrompt() {
        return words.texts().get("approvals.filter.prompt");
    }

    @Override
    public List<Command> commands() {
        return ApprovalCommands.of(model, words.texts());
    }

    @FXML
    private void look() {
        model.lookForProposals();
    }

    @FXML
    private void makePolicyOfFilter() {
        model.editFiltered();
    }

    @FXML
    private void simulateFilter() {
        model.simulateFiltered();
    }

    @FXML
    private void exportFilter() {
        model.exportFiltered();
    }

    @FXML
    private void showAll() {
        model.filterProperty().set("");
    }

    @FXML
    private void readAgain() {
        model.load();
    }

    private void bindOrder() {
        surest.selectedProperty()
                .subscribe((_, on) -> model.orderProperty().set(on ? QueueOrder.CONFIDENCE : QueueOrder.VALUE));
        model.orderProperty().subscribe(order -> surest.setSelected(order == QueueOrder.CONFIDENCE));
    }

    private void bindStates() {
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::countText,
                        model.pendingProperty(),
                        model.shownProperty(),
                        model.cursor().marked(),
                        tray.widthProperty()));
        var empty = model.loadedProperty().and(model.shownProperty().isEqualTo(0));
        var failed = model.loadFailureProperty().isNotEmpty();
        // With the words beside it, what chooses the grouping would not fit into one line.
        tray.widthProperty()
                .subscribe(width -> withAll.setContentDisplay(
                        width.doubleValue() < WITH_ALL_EM * count.getFont().getSize()
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.TEXT_ONLY));
        show(withAll, model.filterProperty().map(text -> !text.isBlank()));
        show(unreadable, failed.and(model.shownProperty().isEqualTo(0)));
        show(allDone, empty.and(model.pendingProperty().isEqualTo(0)).and(failed.not()));
        show(noHits, empty.and(model.pendingProperty().greaterThan(0)));
        list.visibleProperty().bind(model.shownProperty().greaterThan(0));
        model.loadFailureProperty().subscribe(unreadable::setMessage);
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    private String countText() {
        var pending = words.formats().number(model.pendingProperty().get());
        int marked = model.cursor().marked().get();
        if (tray.getWidth() < ROOMY_EM * count.getFont().getSize()) {
            return marked > 0 ? words.formats().number(marked) + " / " + pending : pending;
        }
        int shown = model.shownProperty().get();
        if (marked > 0) {
            return words.texts().get("approvals.count.marked", words.formats().number(marked), pending);
        }
        return shown == model.pendingProperty().get()
                ? words.texts().get("approvals.count", pending)
                : words.texts().get("approvals.count.shown", words.formats().number(shown), pending);
    }

    private void follow() {
        int line = model.cursor().index().get();
        if (line < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(line);
            list.getFocusModel().focus(line);
            TrayScroll.reveal(list, line);
        }
    }

    private void open(boolean open, DetailPane pane) {
        arrange();
        if (open) {
            pane.focusText();
        } else {
            list.requestFocus();
        }
    }

    /** List and mail side by side where there is room for both; else the list, and the mail once it is opened. */
    private void arrange() {
        boolean both = split.getWidth() == 0
                || split.getWidth() >= BOTH_EM * count.getFont().getSize();
        List<Node> wanted = model.openProperty().get() ? List.of(detail) : both ? List.of(tray, detail) : List.of(tray);
        if (!split.getItems().equals(wanted)) {
            split.getItems().setAll(wanted);
            split.setDividerPositions(DIVIDER);
        }
    }

    private void showBanner() {
        banner.getChildren()
                .setAll(model.policyFailures().stream().map(this::failed).toList());
        model.trust().lines().forEach(line -> banner.getChildren().add(new TrustLinePane(line, model.trust(), words)));
        banner.setManaged(!banner.getChildren().isEmpty());
    }

    private HBox failed(PolicyFailure failure) {
        var text = new Label(words.texts()
                .get(
                        "approvals.policy.failed",
                        failure.policyName(),
                        words.formats().number(failure.times()),
                        OneLine.of(failure.reason())));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var dismiss = new Button(words.texts().get("approvals.dismiss"));
        dismiss.getStyleClass().add("quiet");
        dismiss.setMinWidth(Button.USE_PREF_SIZE);
        dismiss.setOnAction(_ -> model.policyFailures().remove(failure));
        var icon = new FontIcon("mdi2a-alert-circle-outline");
        icon.getStyleClass().add("bad");
        var line = new HBox(icon, text, dismiss);
        line.getStyleClass().add("banner");
        line.setMinHeight(HBox.USE_PREF_SIZE);
        return line;
    }
}
