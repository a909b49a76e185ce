package io.countersign.insight.ui.chart;

/**
 * What was said against what happened.
 *
 * @param said 0..1; the same for {@code happened} and its interval
 * @param weight its part of all there is, 0..1
 * @param thin true when it rests on too little to be shown as if it were sure
 * @param words everything about it, for who points at it or listens
 */
public record CalibrationPoint(
        double said, double happened, double low, double high, double weight, boolean thin, String words) {}
