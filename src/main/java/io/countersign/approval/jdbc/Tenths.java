package io.countersign.approval.jdbc;

/** How confidences are summed up: in tenths from 0 to 9, exactly, whatever is added and taken. */
public final class Tenths {
    private static final double MILLION = 1e6;
    private static final int WIDTH = 100_000;

    private Tenths() {}

    /** 0 for confidences below 0.1, up to 9 for those from 0.9 on. */
    public static int tenth(double confidence) {
        return Math.clamp(millionths(confidence) / WIDTH, 0, 9);
    }

    /** The confidence as a whole number of millionths. */
    public static long millionths(double confidence) {
        return Math.round(confidence * MILLION);
    }
}
