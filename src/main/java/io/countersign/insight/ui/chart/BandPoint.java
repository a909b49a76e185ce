package io.countersign.insight.ui.chart;

import java.time.LocalDate;

/**
 * A share at a time, with its interval.
 *
 * @param value 0..1; the same for {@code low} and {@code high}
 * @param thin true when it rests on too little to be shown as if it were sure
 * @param name what the axis calls its time
 * @param words everything about it, for who points at it or listens
 */
public record BandPoint(LocalDate at, double value, double low, double high, boolean thin, String name, String words) {}
