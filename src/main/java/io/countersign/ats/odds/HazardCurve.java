package io.countersign.ats.odds;

import java.util.function.IntToDoubleFunction;

/** The chance of an answer on each day of a silence that has lasted until then. Immutable. */
final class HazardCurve {
    /** Nothing is ever answered. */
    static final HazardCurve NEVER = of(_ -> 0);

    private final double[] hazards;

    private HazardCurve(double[] hazards) {
        this.hazards = hazards;
    }

    static HazardCurve of(IntToDoubleFunction hazard) {
        var hazards = new double[Ladder.HORIZON];
        for (int day = 0; day < hazards.length; day++) {
            hazards[day] = Math.clamp(hazard.applyAsDouble(day), 0, 1);
        }
        return new HazardCurve(hazards);
    }

    double at(int day) {
        return hazards[Math.min(day, hazards.length - 1)];
    }

    /** This curve as prior, {@code strength} silences strong, after what was seen. */
    HazardCurve after(Exposure seen, double ratio, double strength) {
        return of(day -> (strength * hazards[day] + seen.answers(day)) / (strength + seen.atRisk(day, ratio)));
    }

    /**
     * The chance of an answer within so many days after a silence of so many.
     *
     * @param askedFor for how many of them the daily chance is {@code ratio} times as high
     */
    double within(int days, int silent, int askedFor, double ratio) {
        double none = 1;
        for (int day = 0; day < days; day++) {
            none *= 1 - Math.min(1, at(silent + day) * (day < askedFor ? ratio : 1));
        }
        return 1 - none;
    }

    /** The day by which half of those answers have come that ever come. */
    int medianDay() {
        double half = within(hazards.length, 0, 0, 1) / 2;
        double none = 1;
        for (int day = 0; day < hazards.length; day++) {
            none *= 1 - hazards[day];
            if (1 - none >= half) {
                return day + 1;
            }
        }
        return hazards.length;
    }
}
