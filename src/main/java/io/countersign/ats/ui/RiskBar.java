package io.countersign.ats.ui;

import io.countersign.mail.Stage;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** How likely it is that nobody will answer any more: a thin bar whose colour says no more than its length. */
final class RiskBar extends Region {
    private static final double THICKNESS = 6;
    private static final double HIGH = 0.8;
    private static final double MIDDLE = 0.5;
    private static final List<String> TONES = List.of("ok", "warn", "bad", "accent");

    private final Region track = new Region();
    private final Region fill = new Region();
    private double risk;

    RiskBar() {
        track.getStyleClass().add("track");
        fill.getStyleClass().add("fill");
        getChildren().addAll(track, fill);
        setMinSize(20, THICKNESS);
        setMaxHeight(THICKNESS);
    }

    /** Shows a risk of 0..1. */
    void show(double shown) {
        risk = Math.clamp(shown, 0, 1);
        tone(fill, tone(risk));
        requestLayout();
    }

    /** The style of a risk. */
    static String tone(double risk) {
        return risk >= HIGH ? "bad" : risk >= MIDDLE ? "warn" : "ok";
    }

    /** Gives a node this tone instead of any other. */
    static void tone(Region node, String tone) {
        node.getStyleClass().removeAll(TONES);
        if (!tone.isEmpty()) {
            node.getStyleClass().add(tone);
        }
    }

    /** Dresses the chip of a stage: what may still come, and what was won, stand out. */
    static void tone(Label chip, Stage stage) {
        tone(chip, stage.isInterview() ? "accent" : stage == Stage.OFFER || stage == Stage.HIRED ? "ok" : "");
    }

    @Override
    protected double computePrefHeight(double width) {
        return THICKNESS;
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, 0, getWidth(), THICKNESS);
        fill.resizeRelocate(0, 0, risk == 0 ? 0 : Math.max(3, snapSizeX(risk * getWidth())), THICKNESS);
    }
}
