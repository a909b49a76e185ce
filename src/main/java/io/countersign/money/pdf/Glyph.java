package io.countersign.money.pdf;

/**
 * A letter where it stands, seen in the direction in which it is written: {@code x} to the right, {@code baseline} down, in
 * points. {@code direction} is that of its line on the page in degrees, a multiple of 90. {@code run} counts the texts drawn
 * at one go: two letters of one run are of one cell.
 */
record Glyph(String text, int run, int direction, float x, float baseline, float width, float size, float spaceWidth) {
    float end() {
        return x + width;
    }
}
