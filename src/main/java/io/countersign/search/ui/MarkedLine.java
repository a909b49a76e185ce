package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Range;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** One line of a mail in which words of the query stand out; what does not fit ends in an ellipsis. */
final class MarkedLine extends Region {
    private static final String ELLIPSIS = "…";
    // Around a marked word, as a share of its height.
    private static final double BLEED = 0.1;
    private static final double ROUNDING = 0.5;

    private final Text ruler = new Text("Hg");
    private final Text ellipsis = new Text(ELLIPSIS);
    private final String tone;
    // Nodes are used again: making and styling them anew would take most of the time that a list takes while one types.
    private final List<Piece> pieces = new ArrayList<>();
    private int used;

    private static final class Piece {
        private final Text text = new Text();
        private final Region behind = new Region();
        private String whole = "";
        private boolean marked;

        Piece(String tone) {
            text.setTextOrigin(VPos.TOP);
            text.getStyleClass().addAll("marked-text", tone);
            behind.getStyleClass().add("mark-behind");
            for (var node : List.of(text, behind)) {
                node.setManaged(false);
                node.setMouseTransparent(true);
            }
        }

        void show(String words, boolean stands) {
            whole = words;
            text.setText(words);
            if (stands != marked) {
                marked = stands;
                if (stands) {
                    text.getStyleClass().add("mark");
                } else {
                    text.getStyleClass().remove("mark");
                }
            }
        }

        void hide() {
            text.setVisible(false);
            behind.setVisible(false);
        }

        double width() {
            return text.getLayoutBounds().getWidth();
        }
    }

    /** {@code tone} is the style of its letters. */
    MarkedLine(String tone) {
        this.tone = tone;
        getStyleClass().add("marked-line");
        for (var measure : List.of(ruler, ellipsis)) {
            measure.getStyleClass().addAll("marked-text", tone);
            measure.setVisible(false);
            measure.setManaged(false);
        }
        getChildren().addAll(ruler, ellipsis);
        setMinWidth(0);
        ruler.fontProperty().subscribe(_ -> requestLayout());
    }

    /** Shows a text in one line; marks count in {@code source}. */
    void show(String source, List<Range> marks) {
        var clean = CleanLine.of(source);
        var line = clean.text();
        // Marked words would change the order of text that runs from right to left.
        boolean plain = Bidi.requiresBidi(line.toCharArray(), 0, line.length());
        used = 0;
        int from = 0;
        for (var mark : plain ? List.<Range>of() : marks) {
            int start = Math.clamp(clean.at(mark.start()), from, line.length());
            int end = Math.clamp(clean.at(mark.end()), start, line.length());
            add(line.substring(from, start), false);
            add(line.substring(start, end), true);
            from = end;
        }
        add(line.substring(from), false);
        pieces.subList(used, pieces.size()).forEach(Piece::hide);
        requestLayout();
    }

    private void add(String whole, boolean marked) {
        if (whole.isEmpty()) {
            return;
        }
        if (used == pieces.size()) {
            var piece = new Piece(tone);
            pieces.add(piece);
            // What is behind comes before every text, and after the measures.
            getChildren().add(2, piece.behind);
            getChildren().add(piece.text);
        }
        pieces.get(used++).show(whole, marked);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(ruler.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var shown = pieces.subList(0, used);
        shown.forEach(piece -> piece.text.setText(piece.whole));
        double wanted = shown.stream().mapToDouble(Piece::width).sum();
        // What is cut keeps room for the ellipsis, which stands in the piece that is cut.
        double room = wanted <= getWidth() + ROUNDING ? Double.MAX_VALUE : getWidth();
        double x = 0;
        boolean full = false;
        for (var piece : shown) {
            piece.text.setVisible(!full);
            if (!full) {
                full = x + piece.width() > room - ellipsis.getLayoutBounds().getWidth() && room < Double.MAX_VALUE;
                if (full) {
                    shorten(piece, room - x);
                }
                place(piece, x);
                x += piece.width();
            }
            boolean anything = piece.text.getText().length() > ELLIPSIS.length();
            piece.behind.setVisible(piece.marked && piece.text.isVisible() && anything);
        }
    }

    private void place(Piece piece, double x) {
        piece.text.relocate(snapPositionX(x), 0);
        var bounds = piece.text.getLayoutBounds();
        double bleed = BLEED * bounds.getHeight();
        piece.behind.resizeRelocate(x - bleed, 0, bounds.getWidth() + 2 * bleed, getHeight());
    }

    /** Shortens a piece to the room that is left. */
    private static void shorten(Piece piece, double room) {
        var text = piece.text;
        int fits = 0;
        int tooLong = piece.whole.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            text.setText(piece.whole.substring(0, middle) + ELLIPSIS);
            if (text.getLayoutBounds().getWidth() <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        boolean splitsPair = fits > 0 && Character.isHighSurrogate(piece.whole.charAt(fits - 1));
        text.setText(piece.whole.substring(0, splitsPair ? fits - 1 : fits) + ELLIPSIS);
    }
}
