package io.countersign.ats.ui;

import io.countersign.ats.odds.Funnel;
import io.countersign.ats.odds.Funnel.ResponseTime;
import io.countersign.ats.odds.FunnelPart;
import io.countersign.shared.ui.Segments;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How long answers took, by stage, by system or by the way of applying; a name opens the applications behind it. */
final class ResponsePane extends VBox {
    private final ApplicationWords words;
    private final ApplicationsViewModel model;
    private final GridPane rows = new GridPane();
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.STAGE);
    private Funnel funnel;

    private enum Grouping {
        STAGE,
        SYSTEM,
        SOURCE
    }

    ResponsePane(ApplicationWords words, ApplicationsViewModel model) {
        this.words = words;
        this.model = model;
        funnel = new Funnel(0, List.of(), List.of(), List.of(), List.of());
        getStyleClass().add("card");
        setMinWidth(0);
        var title = new Label(words.get("applications.funnel.pace"));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var head = new VBox(title, switches());
        head.getStyleClass().addAll("card-header", "funnel-head");
        head.setMinHeight(USE_PREF_SIZE);
        rows.getStyleClass().add("funnel-rows");
        var body = new VBox(rows);
        body.getStyleClass().add("funnel-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        grouping.subscribe(_ -> show());
    }

    void show(Funnel shown) {
        funnel = shown;
        show();
    }

    private FlowPane switches() {
        var segments = new Segments<Grouping>();
        var bar = new FlowPane();
        bar.getStyleClass().add("chips");
        for (var each : Grouping.values()) {
            var id = each.name().toLowerCase(Locale.ROOT);
            bar.getChildren().add(segments.add(each, "by-" + id, words.get("applications.funnel.by." + id)));
        }
        segments.bind(grouping);
        return bar;
    }

    private void show() {
        rows.getChildren().clear();
        add(small(""), 0, 0);
        add(small(words.get("applications.funnel.column.median")), 2, 0);
        add(small(words.get("applications.funnel.column.answered")), 3, 0);
        switch (grouping.get()) {
            case STAGE -> list(funnel.byStage(), words::stage, FunnelPart.AwaitedAt::new);
            case SYSTEM -> list(funnel.bySystem(), words::system, FunnelPart.AwaitedThrough::new);
            case SOURCE -> list(funnel.bySource(), words::source, FunnelPart.AwaitedAfter::new);
        }
    }

    private <T> void list(
            List<ResponseTime<T>> times, Function<T, String> name, BiFunction<T, Instant, FunnelPart> part) {
        var now = words.days().now();
        double longest = times.stream()
                .filter(time -> !time.isThin())
                .mapToDouble(time -> time.medianDays().orElse(0.0))
                .max()
                .orElse(0);
        for (var time : times) {
            row(name.apply(time.group()), time, longest, part.apply(time.group(), now));
        }
    }

    private void row(String name, ResponseTime<?> time, double longest, FunnelPart part) {
        int line = rows.getRowCount();
        var group = new Button(name);
        group.getStyleClass().setAll("funnel-group");
        group.setMinWidth(0);
        group.setTooltip(new Tooltip(words.get("applications.funnel.open", name)));
        group.setAccessibleText(words.get("applications.funnel.open", name));
        group.setOnAction(_ -> model.show(part));
        GridPane.setHgrow(group, Priority.SOMETIMES);
        rows.add(group, 0, line);
        boolean thin = time.isThin() || time.medianDays().isEmpty();
        double median = time.medianDays().orElse(0.0);
        if (!thin) {
            var bar = new FunnelBar(longest == 0 ? 0 : median / longest);
            bar.setMinHeight(FunnelBar.thickness(group.getFont().getSize()) / 2);
            bar.setMaxHeight(bar.getMinHeight());
            GridPane.setHgrow(bar, Priority.ALWAYS);
            rows.add(bar, 1, line);
        }
        var days = new Label(
                thin
                        ? words.get("applications.funnel.days.few")
                        : words.get(
                                "applications.funnel.days",
                                median,
                                words.formats().decimal(median, median % 1 == 0 ? 0 : 1)));
        days.getStyleClass().add(thin ? "muted" : "strong");
        add(days, 2, line);
        add(
                new Label(words.get(
                        "applications.funnel.answered",
                        words.formats().number(time.answers()),
                        words.formats().number((long) time.answers() + time.unanswered()))),
                3,
                line);
    }

    private void add(Label label, int column, int line) {
        label.getStyleClass().add("num");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        rows.add(label, column, line);
    }

    private static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
