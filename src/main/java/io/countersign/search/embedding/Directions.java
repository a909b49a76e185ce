package io.countersign.search.embedding;

/** Arithmetic of directions. */
final class Directions {
    private Directions() {}

    /** The same direction, of length 1; nothing has none and becomes the first axis. */
    static float[] unit(float[] vector) {
        double squares = 0;
        for (float each : vector) {
            squares += (double) each * each;
        }
        var unit = new float[vector.length];
        if (squares == 0) {
            unit[0] = 1;
            return unit;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
