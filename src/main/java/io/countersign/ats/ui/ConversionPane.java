package io.countersign.ats.ui;

import io.countersign.ats.odds.Funnel;
import io.countersign.ats.odds.FunnelPart;
import io.countersign.mail.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/**
 * For each stage a bar of the applications that reached it: what went on, what is still there, what ended there. The figures
 * stand beside it, so that neither colour nor length has to be read. A click or Enter opens the applications behind it.
 */
final class ConversionPane extends VBox {
    private static final List<String> PARTS = List.of("next", "open", "ended");

    private final ApplicationWords words;
    private final Consumer<FunnelPart> onOpen;
    private final Label title = new Label();
    private final Label readout = new Label();
    private final Label thin = new Label();
    private final GridPane rows = new GridPane();
    private List<Funnel.Step> steps = List.of();

    ConversionPane(ApplicationWords words, Consumer<FunnelPart> onOpen) {
        this.words = words;
        this.onOpen = onOpen;
        getStyleClass().add("card");
        setMinWidth(0);
        title.setText(words.get("applications.funnel.chart"));
        title.getStyleClass().add("strong");
        var unit = small(words.get("applications.funnel.chart.unit"));
        var head = new VBox(title, unit);
        head.getStyleClass().addAll("card-header", "funnel-head");
        rows.getStyleClass().add("funnel-rows");
        rows.setAccessibleRole(AccessibleRole.NODE);
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        rows.setOnMouseClicked(this::clicked);
        readout.getStyleClass().addAll("muted", "small", "readout");
        readout.setWrapText(true);
        readout.setMinHeight(USE_PREF_SIZE);
        thin.getStyleClass().addAll("warn", "small");
        thin.setWrapText(true);
        thin.setMinHeight(USE_PREF_SIZE);
        thin.managedProperty().bind(thin.visibleProperty());
        var body = new VBox(rows, legend(), thin, readout);
        body.getStyleClass().add("funnel-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /** The size of its letters. */
    ReadOnlyObjectProperty<Font> emProperty() {
        return title.fontProperty();
    }

    /** Gives the keyboard to the first bar. */
    void focusBars() {
        bars().stream().findFirst().ifPresent(Node::requestFocus);
    }

    void show(Funnel funnel) {
        steps = funnel.steps();
        rows.getChildren().clear();
        head();
        funnel.steps().forEach(step -> row(step, funnel.applications()));
        thin.setVisible(funnel.applications() > 0 && funnel.applications() < Funnel.THIN);
        thin.setText(words.get("applications.funnel.thin", funnel.applications()));
        readout.setText(words.get("applications.funnel.help"));
    }

    private void head() {
        number(heading("applications.funnel.reached"), 2, 0);
        number(heading("applications.funnel.of.all"), 3, 0);
        number(heading("applications.funnel.went.on"), 4, 0);
    }

    private Label heading(String key) {
        var heading = small(words.get(key));
        heading.getStyleClass().add("funnel-heading");
        return heading;
    }

    private void row(Funnel.Step step, int all) {
        int line = rows.getRowCount();
        var name = new Label(words.stage(step.stage()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        rows.add(name, 0, line);
        double whole = Math.max(1, all);
        boolean last = step.stage() == Stage.HIRED;
        var bar =
                new FunnelBar((last ? step.reached() : step.next()) / whole, step.open() / whole, step.ended() / whole);
        bar.setMinHeight(FunnelBar.thickness(title.getFont().getSize()));
        bar.setFocusTraversable(true);
        bar.setOnOpen(() -> open(step));
        bar.setAccessibleText(
                step.reached() == 0
                        ? words.step(step, all)
                        : words.get("applications.funnel.spoken.open", words.step(step, all)));
        bar.focusedProperty().subscribe(focused -> {
            if (focused) {
                readout.setText(words.step(step, all));
            }
        });
        Tooltip.install(bar, new Tooltip(words.step(step, all)));
        GridPane.setHgrow(bar, Priority.ALWAYS);
        rows.add(bar, 1, line);
        number(new Label(words.formats().number(step.reached())), 2, line);
        number(new Label(words.formats().percent(step.reached() / whole)), 3, line);
        number(share(step), 4, line);
    }

    private Label share(Funnel.Step step) {
        var share = new Label(
                step.conversion().map(part -> words.formats().percent(part)).orElse("–"));
        if (step.isThin()) {
            share.getStyleClass().add("muted");
            share.setTooltip(new Tooltip(words.get("applications.funnel.thin", step.reached())));
        }
        return share;
    }

    private void number(Label label, int column, int line) {
        label.getStyleClass().add("num");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        rows.add(label, column, line);
    }

    private Node legend() {
        var legend = new FlowPane();
        legend.getStyleClass().add("funnel-legend");
        for (int i = 0; i < PARTS.size(); i++) {
            var swatch = new Region();
            swatch.getStyleClass().addAll("funnel-swatch", "funnel-part", "funnel-" + i);
            var item = new HBox(swatch, small(words.get("applications.funnel.part." + PARTS.get(i))));
            item.getStyleClass().add("funnel-legend-item");
            legend.getChildren().add(item);
        }
        return legend;
    }

    private static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private List<Node> bars() {
        return rows.getChildren().stream().filter(FunnelBar.class::isInstance).toList();
    }

    private void open(Funnel.Step step) {
        if (step.reached() > 0) {
            onOpen.accept(new FunnelPart.Reached(step.stage()));
        }
    }

    /** Anywhere in a row: its name, its bar, its figures. */
    private void clicked(MouseEvent mouse) {
        var node = mouse.getPickResult().getIntersectedNode();
        while (node != null && !rows.equals(node.getParent())) {
            node = node.getParent();
        }
        int line = Optional.ofNullable(node).map(GridPane::getRowIndex).orElse(0);
        if (mouse.getButton() == MouseButton.PRIMARY && line > 0) {
            open(steps.get(line - 1));
        }
    }

    private void pressed(KeyEvent key) {
        int side = key.getCode() == KeyCode.DOWN ? 1 : key.getCode() == KeyCode.UP ? -1 : 0;
        var bars = bars();
        int at = bars.stream().map(Node::isFocused).toList().indexOf(true);
        if (side != 0 && at >= 0) {
            bars.get(Math.clamp(at + side, 0, bars.size() - 1)).requestFocus();
            key.consume();
        }
    }
}
