package io.countersign.money.ui;

import io.countersign.money.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Bars by month, stacked by merchant. Each part has a pattern as well as a colour, and each bar its total in figures. Arrow
 * keys go through bars and parts; Enter or a click opens the receipts behind them.
 */
final class SpendingChart extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double WIDEST_BAR_EM = 4.2;
    private static final double LOWEST_EM = 12;
    private static final double GAP = 0.34;
    private static final int[] EVERY = {1, 2, 3, 6, 12};
    /** The whole bar instead of one of its parts. */
    private static final int WHOLE = -1;

    private final MoneyWords words;
    private final Consumer<Chosen> onOpen;
    private final Consumer<Chosen> onPoint;
    private final Label ruler = label("axis-label");
    private final List<Label> ticks = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private SpendingReport report = SpendingReport.EMPTY;
    private ChartScale scale = ChartScale.of(0, 1);
    private int bar = -1;
    private int part = WHOLE;

    /**
     * A bar, or a part of it.
     *
     * @param part its place among the parts of the bar; negative for the whole bar
     */
    record Chosen(SpendingBar bar, int part) {
        boolean isWhole() {
            return part < 0;
        }

        /** What it stands for. */
        Figure figure() {
            return isWhole() ? bar.whole() : bar.parts().get(part).figure();
        }
    }

    private record Column(SpendingBar bar, List<Region> parts, Label total, Label name) {}

    /** {@code onOpen} is told what was clicked or entered, {@code onPoint} where the keyboard is. */
    SpendingChart(MoneyWords words, Consumer<Chosen> onOpen, Consumer<Chosen> onPoint) {
        this.words = words;
        this.onOpen = onOpen;
        this.onPoint = onPoint;
        setId("spending-chart");
        getStyleClass().add("spending-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinWidth(0);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(_ -> mark());
    }

    /** Draws these bars. */
    void show(SpendingReport shown) {
        report = shown;
        bar = -1;
        part = WHOLE;
        scale = ChartScale.of(lowest(), highest());
        columns.clear();
        lines.clear();
        ticks.clear();
        getChildren().setAll(ruler);
        ruler.setVisible(false);
        for (var value : scale.ticks()) {
            var line = new Region();
            line.getStyleClass().add(value.signum() == 0 ? "zero-line" : "grid-line");
            lines.add(line);
            var tick = label("axis-label");
            tick.setText(words.formats().amount(value, "JPY"));
            ticks.add(tick);
        }
        getChildren().addAll(lines);
        getChildren().addAll(ticks);
        shown.bars().forEach(this::column);
        requestLayout();
    }

    private void column(SpendingBar each) {
        var parts = new ArrayList<Region>();
        for (int i = 0; i < each.parts().size(); i++) {
            var region = new Region();
            var chosen = new Chosen(each, i);
            region.getStyleClass()
                    .addAll("bar-part", "series-" + each.parts().get(i).series());
            region.setOnMouseClicked(_ -> onOpen.accept(chosen));
            Tooltip.install(region, new Tooltip(words.part(report, chosen)));
            parts.add(region);
        }
        var total = label("bar-total");
        total.setText(
                each.parts().isEmpty()
                        ? ""
                        : words.formats().amount(rounded(each.whole().total()), "JPY"));
        var name = label("axis-label");
        name.setText(words.shortName(each));
        columns.add(new Column(each, parts, total, name));
        getChildren().addAll(parts);
        getChildren().addAll(total, name);
    }

    @Override
    protected double computeMinHeight(double width) {
        return LOWEST_EM * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 22 * em();
    }

    @Override
    protected void layoutChildren() {
        if (columns.isEmpty()) {
            return;
        }
        double em = em();
        double left =
                ticks.stream().mapToDouble(tick -> tick.prefWidth(-1)).max().orElse(0) + 0.7 * em;
        double top = 1.9 * em;
        double height = Math.max(1, getHeight() - top - 2.2 * em);
        layoutAxis(left, top, height);
        double step = (getWidth() - left) / columns.size();
        double width = Math.max(2, Math.min(WIDEST_BAR_EM * em, step * (1 - GAP)));
        int every = every(step);
        boolean totals = columns.stream().allMatch(c -> c.total().prefWidth(-1) <= step - 2);
        for (int i = 0; i < columns.size(); i++) {
            double center = left + step * (i + 0.5);
            layoutBar(columns.get(i), center, width, top, height);
            columns.get(i).total().setVisible(totals);
            place(columns.get(i).name(), center, getHeight() - 1.8 * em, step * every);
            columns.get(i).name().setVisible(isNamed(columns.get(i).bar(), i, every));
        }
    }

    private void layoutAxis(double left, double top, double height) {
        for (int i = 0; i < lines.size(); i++) {
            double y = snapPositionY(
                    top + height * scale.fromTop(scale.ticks().get(i).doubleValue()));
            lines.get(i).resizeRelocate(left, y, Math.max(0, getWidth() - left), 1);
            var tick = ticks.get(i);
            double wide = tick.prefWidth(-1);
            double high = tick.prefHeight(-1);
            tick.resizeRelocate(left - wide - 0.6 * em(), y - high / 2, wide, high);
        }
    }

    private void layoutBar(Column column, double center, double width, double top, double height) {
        double up = 0;
        double down = 0;
        double x = snapPositionX(center - width / 2);
        for (int i = 0; i < column.parts().size(); i++) {
            double amount = column.bar().parts().get(i).figure().total().doubleValue();
            double from = amount < 0 ? down : up;
            double to = from + amount;
            double yFrom = snapPositionY(top + height * scale.fromTop(Math.max(from, to)));
            double yTo = snapPositionY(top + height * scale.fromTop(Math.min(from, to)));
            column.parts().get(i).resizeRelocate(x, yFrom, width, Math.max(1, yTo - yFrom));
            if (amount < 0) {
                down = to;
            } else {
                up = to;
            }
        }
        var total = column.total();
        double y = top + height * scale.fromTop(up) - total.prefHeight(-1) - 1;
        place(total, center, y, Double.MAX_VALUE);
    }

    private static void place(Label label, double center, double y, double most) {
        double wide = Math.min(most, label.prefWidth(-1));
        label.resizeRelocate(Math.rint(center - wide / 2), Math.rint(y), Math.ceil(wide), label.prefHeight(-1));
        label.setAlignment(javafx.geometry.Pos.CENTER);
    }

    /** Names that would overlap are left out: every second, third, sixth or twelfth stays. */
    private int every(double step) {
        double widest =
                columns.stream().mapToDouble(c -> c.name().prefWidth(-1)).max().orElse(1) + 4;
        int needed = Math.max(1, (int) Math.ceil(widest / step));
        return IntStream.of(EVERY).filter(every -> every >= needed).findFirst().orElse(needed);
    }

    /** January always keeps its name, since it says the year. */
    private static boolean isNamed(SpendingBar bar, int index, int every) {
        return (bar.isYear() ? index : bar.first().getMonthValue() - 1) % every == 0;
    }

    private void pressed(KeyEvent key) {
        if (columns.isEmpty()) {
            return;
        }
        switch (key.getCode()) {
            case KeyCode.RIGHT -> point(bar < 0 ? columns.size() - 1 : Math.min(columns.size() - 1, bar + 1), WHOLE);
            case KeyCode.LEFT -> point(bar < 0 ? columns.size() - 1 : Math.max(0, bar - 1), WHOLE);
            case KeyCode.HOME -> point(0, WHOLE);
            case KeyCode.END -> point(columns.size() - 1, WHOLE);
            case KeyCode.UP -> point(Math.max(0, bar), Math.min(parts() - 1, part + 1));
            case KeyCode.DOWN -> point(Math.max(0, bar), Math.max(WHOLE, part - 1));
            case KeyCode.ENTER, KeyCode.SPACE -> open();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private int parts() {
        return columns.get(Math.max(0, bar)).parts().size();
    }

    private void open() {
        if (bar >= 0 && parts() > 0) {
            onOpen.accept(new Chosen(columns.get(bar).bar(), part));
        }
    }

    private void point(int toBar, int toPart) {
        bar = toBar;
        part = toPart;
        mark();
        var chosen = new Chosen(columns.get(bar).bar(), part);
        setAccessibleText(words.part(report, chosen));
        onPoint.accept(chosen);
    }

    private void mark() {
        for (int i = 0; i < columns.size(); i++) {
            for (int j = 0; j < columns.get(i).parts().size(); j++) {
                boolean current = isFocused() && i == bar && (part == WHOLE || part == j);
                columns.get(i).parts().get(j).pseudoClassStateChanged(CURRENT, current);
            }
        }
    }

    private double highest() {
        return report.bars().stream()
                .mapToDouble(each -> stacked(each, 1))
                .max()
                .orElse(0);
    }

    private double lowest() {
        return -report.bars().stream()
                .mapToDouble(each -> stacked(each, -1))
                .max()
                .orElse(0);
    }

    private static double stacked(SpendingBar each, int sign) {
        return each.parts().stream()
                .mapToDouble(p -> Math.max(0, sign * p.figure().total().doubleValue()))
                .sum();
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(0, java.math.RoundingMode.HALF_EVEN);
    }

    private double em() {
        return ruler.getFont().getSize() / 0.885;
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().addAll(styleClass, "muted", "small");
        label.setMouseTransparent(true);
        return label;
    }
}
