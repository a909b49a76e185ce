package io.countersign.approval.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The message and the reasons: side by side where there is room, else the reasons above the message. */
final class ReadingPane extends Region {
    private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");
    private static final double NARROW_EM = 46;
    private static final double WHY_EM = 26;

    private final Region message;
    private final Region why;
    private final ScrollPane left = scroll();
    private final ScrollPane right = scroll();
    private final VBox both = new VBox();
    private final Label ruler = new Label();
    private boolean stacked;

    ReadingPane(Region message, Region why) {
        this.message = message;
        this.why = why;
        getStyleClass().add("reading");
        right.getStyleClass().add("why-scroll");
        both.getStyleClass().add("stack");
        ruler.setVisible(false);
        getChildren().addAll(ruler, left, right);
        left.setContent(message);
        right.setContent(why);
        setMinSize(0, 0);
    }

    /** Begins at the top again. */
    void toTop() {
        left.setVvalue(0);
        right.setVvalue(0);
    }

    /** Puts the focus on the text. */
    void focusText() {
        message.lookupAll(".selectable-text").stream()
                .findFirst()
                .ifPresentOrElse(n -> n.requestFocus(), left::requestFocus);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    protected void layoutChildren() {
        double em = ruler.getFont().getSize();
        arrange(getWidth() < NARROW_EM * em);
        double reasons = stacked ? 0 : Math.floor(Math.min(WHY_EM * em, getWidth() * 0.48));
        left.resizeRelocate(0, 0, getWidth() - reasons, getHeight());
        right.resizeRelocate(getWidth() - reasons, 0, reasons, getHeight());
    }

    private void arrange(boolean narrow) {
        if (narrow != stacked) {
            stacked = narrow;
            left.setContent(null);
            right.setContent(null);
            both.getChildren().clear();
            right.setVisible(!narrow);
            if (narrow) {
                both.getChildren().setAll(why, message);
                left.setContent(both);
            } else {
                left.setContent(message);
                right.setContent(why);
            }
            why.pseudoClassStateChanged(STACKED, narrow);
        }
    }

    private static ScrollPane scroll() {
        var pane = new ScrollPane();
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }
}
