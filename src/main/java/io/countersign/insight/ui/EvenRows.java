package io.countersign.insight.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Rows whose nodes share the width evenly and have one height; as many nodes a row as the width allows. */
final class EvenRows extends Pane {
    private static final double GAP_EM = 1.077;

    private final double narrowestEm;
    private final Label ruler = new Label();
    private final Map<Measured, Double> measured = new HashMap<>();

    private record Measured(Node first, double width) {}

    /** Puts fewer nodes in a row than there are where each would be narrower than so many letters' heights. */
    EvenRows(double narrowestEm, List<? extends Node> nodes) {
        this.narrowestEm = narrowestEm;
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().addAll(nodes);
        getChildren().add(ruler);
        ruler.fontProperty().subscribe(_ -> requestLayout());
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        var rows = rows(wide);
        return rows.stream().mapToDouble(row -> height(row, wide)).sum() + (rows.size() - 1) * gap();
    }

    @Override
    protected double computePrefWidth(double height) {
        return narrowestEm * em() * getManagedChildren().size();
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (var row : rows(getWidth())) {
            double height = height(row, getWidth());
            double each = each(row, getWidth());
            for (int i = 0; i < row.size(); i++) {
                double x = snapPositionX(i * (each + gap()));
                double to = snapPositionX(i * (each + gap()) + each);
                row.get(i).resizeRelocate(x, y, to - x, height);
            }
            y += height + gap();
        }
    }

    /** As even as can be: five are three and two, not four and one. */
    private List<List<Node>> rows(double width) {
        int all = Math.max(1, getManagedChildren().size());
        int most = (int) Math.clamp((width + gap()) / (narrowestEm * em() + gap()), 1, all);
        int rows = (all + most - 1) / most;
        var result = new ArrayList<List<Node>>();
        int from = 0;
        for (int row = 0; row < rows; row++) {
            int count = (all - from + rows - row - 1) / (rows - row);
            result.add(List.copyOf(getManagedChildren().subList(from, from + count)));
            from += count;
        }
        return result;
    }

    // Wrapped words are slow to measure, and one layout asks several times.
    private double height(List<Node> row, double width) {
        double each = each(row, width);
        return measured.computeIfAbsent(
                new Measured(row.getFirst(), each),
                _ -> Math.ceil(row.stream()
                        .mapToDouble(node -> node.prefHeight(each))
                        .max()
                        .orElse(0)));
    }

    @Override
    public void requestLayout() {
        if (measured != null) { // not yet while the superclass is made
            measured.clear();
        }
        super.requestLayout();
    }

    private double each(List<Node> row, double width) {
        return Math.max(1, (width - (row.size() - 1) * gap()) / row.size());
    }

    private double gap() {
        return Math.rint(GAP_EM * em());
    }

    private double em() {
        return ruler.getFont().getSize();
    }
}
