package io.countersign.shared.ui;

import java.text.BreakIterator;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Wrapped text in two tones that can be selected and copied, by mouse and by keyboard. It never interprets what it shows:
 * no markup, no links. A long web address that is shown by its host is copied whole.
 */
public final class SelectableText extends Region {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination ALL = KeyCombination.valueOf("Shortcut+A");

    private final TextFlow flow = new TextFlow();
    private final Path highlight = new Path();
    private final List<MailBody.Part> parts;
    private final String text;
    private int anchor;
    private int caret;

    /** Shows a page; the other texts name the commands of its context menu. */
    public SelectableText(MailBody.Page page, String copyText, String selectAllText) {
        getStyleClass().add("selectable-text");
        highlight.getStyleClass().add("selection");
        highlight.setManaged(false);
        parts = page.parts();
        var all = new StringBuilder();
        for (var part : page.parts()) {
            var run = new Text(part.text());
            run.getStyleClass().add(part.aside() ? "aside" : "body");
            flow.getChildren().add(run);
            all.append(part.text());
        }
        text = all.toString();
        if (startsRightToLeft(text)) {
            flow.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        getChildren().addAll(highlight, flow);
        setCursor(Cursor.TEXT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text);
        listen(copyText, selectAllText);
    }

    /** What is selected, with whole web addresses; empty when nothing is. */
    public String selected() {
        int from = Math.min(anchor, caret);
        int to = Math.max(anchor, caret);
        var selected = new StringBuilder();
        int at = 0;
        for (var part : parts) {
            int end = at + part.text().length();
            if (part.isShortened() && from <= at && end <= to) {
                selected.append(part.whole());
            } else if (from < end && at < to) {
                selected.append(part.text(), Math.max(from, at) - at, Math.min(to, end) - at);
            }
            at = end;
        }
        return selected.toString();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(flow.prefHeight(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        drawSelection();
    }

    private void listen(String copyText, String selectAllText) {
        setOnMousePressed(this::pressed);
        setOnMouseDragged(drag -> select(anchor, indexAt(drag)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                select(caret, caret);
            }
        });
        var copy = new MenuItem(copyText);
        copy.setOnAction(_ -> copy());
        var selectAll = new MenuItem(selectAllText);
        selectAll.setOnAction(_ -> select(0, text.length()));
        var menu = new ContextMenu(copy, selectAll);
        setOnContextMenuRequested(ask -> menu.show(this, ask.getScreenX(), ask.getScreenY()));
    }

    private void pressed(MouseEvent press) {
        if (press.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            int at = indexAt(press);
            switch (press.getClickCount()) {
                case 1 -> select(press.isShiftDown() ? anchor : at, at);
                case 2 -> selectAround(BreakIterator.getWordInstance(), at);
                default -> selectAround(BreakIterator.getSentenceInstance(), at);
            }
            press.consume();
        }
    }

    private void typed(KeyEvent key) {
        if (COPY.match(key) && anchor != caret) {
            copy();
            key.consume();
        } else if (ALL.match(key)) {
            select(0, text.length());
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && anchor != caret) {
            select(caret, caret);
            key.consume();
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(selected());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void select(int from, int to) {
        anchor = from;
        caret = to;
        drawSelection();
    }

    private void selectAround(BreakIterator words, int at) {
        int start = 0;
        for (var part : parts) {
            int end = start + part.text().length();
            if (part.isShortened() && start <= at && at < end) {
                select(start, end);
                return;
            }
            start = end;
        }
        words.setText(text);
        int end = words.following(Math.min(at, Math.max(0, text.length() - 1)));
        select(end == BreakIterator.DONE ? 0 : words.previous(), end == BreakIterator.DONE ? text.length() : end);
    }

    private int indexAt(MouseEvent mouse) {
        return Math.clamp(
                flow.getHitInfo(new Point2D(mouse.getX(), mouse.getY())).getInsertionIndex(), 0, text.length());
    }

    private void drawSelection() {
        highlight
                .getElements()
                .setAll(
                        anchor == caret
                                ? new javafx.scene.shape.PathElement[0]
                                : flow.getRangeShape(Math.min(anchor, caret), Math.max(anchor, caret), false));
    }

    private static boolean startsRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
