package io.countersign.classify;

import io.countersign.mail.Category;

/**
 * One rule of the data file: when at least {@code atLeast} of its patterns are seen and its conditions hold, it adds its
 * weights (log-odds) to the categories and its risk (percent) to the risk. Written once while the file is read.
 */
final class Detector {
    final String name;
    final int index;
    final double[] weights = new double[Category.values().length];
    int[] needs = {};
    int[] needsAny = {};
    int[] unless = {};
    int atLeast = 1;
    int patterns;
    int risk;
    String reason = "";

    Detector(String name, int index) {
        this.name = name;
        this.index = index;
    }

    /** A detector without patterns of its own only combines others. */
    boolean fires(Reading reading) {
        if (patterns > 0 && reading.distinct(index) < atLeast) {
            return false;
        }
        for (int other : needs) {
            if (!reading.fired(other)) {
                return false;
            }
        }
        for (int other : unless) {
            if (reading.fired(other)) {
                return false;
            }
        }
        return needsAny.length == 0 || anyFired(reading);
    }

    private boolean anyFired(Reading reading) {
        int fired = 0;
        for (int other : needsAny) {
            if (reading.fired(other)) {
                fired++;
            }
        }
        return fired >= (patterns > 0 ? 1 : atLeast);
    }
}
