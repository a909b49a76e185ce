package io.countersign.ats.odds;

import io.countersign.mail.Stage;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long answers take before anything is known of this person: the days after which a stage is overdue, as one tracker
 * measured them, and the daily chances of an answer that follow from them.
 *
 * <p>A ladder day {@code L} becomes a hazard in two steps. Among employers that answer at all the wait is taken as
 * geometric, and {@code L} as the day by which {@value #ANSWERED_BY_LADDER} of their answers have come. But only a share
 * {@code p} of employers answers at all, so that day {@code t} of the silence has the hazard
 * {@code p f(t) / (1 - p F(t))}: the longer it lasts, the likelier it is one of those that never end.
 *
 * <p>The shares are assumptions. No share of applications that are never answered was found that had been measured; surveys
 * count people (75 % of 3,900 had applied to employers that never answered, CareerBuilder 2013). An even chance after an
 * application, and better ones after a talk, are where learning begins; the person's own history soon outweighs them.
 */
final class Ladder {
    /** Days of a silence that are told apart; later ones count as the last. */
    static final int HORIZON = 120;

    private static final double ANSWERED_BY_LADDER = 0.9;
    private static final Map<Stage, double[]> HAZARDS = hazards();

    private Ladder() {}

    /** The day after which a silence at this stage is overdue; that of an offer for stages that end it. */
    static int days(Stage stage) {
        return switch (stage) {
            case APPLIED -> 21;
            case SCREENING -> 18;
            case ASSESSMENT -> 15;
            case INTERVIEW, FINAL_ROUND -> 12;
            case OFFER, REJECTED, WITHDRAWN, HIRED -> 5;
        };
    }

    /** The chance of an answer on a day of a silence at this stage that has lasted until then. */
    static double hazard(Stage stage, int day) {
        return HAZARDS.getOrDefault(stage, new double[HORIZON])[Math.min(day, HORIZON - 1)];
    }

    private static double answeringShare(Stage stage) {
        return switch (stage) {
            case APPLIED -> 0.5;
            case ASSESSMENT, SCREENING -> 0.7;
            case INTERVIEW, FINAL_ROUND -> 0.8;
            case OFFER, REJECTED, WITHDRAWN, HIRED -> 0.9;
        };
    }

    private static Map<Stage, double[]> hazards() {
        var hazards = new EnumMap<Stage, double[]>(Stage.class);
        for (var stage : Stage.values()) {
            if (!stage.isTerminal()) {
                hazards.put(stage, hazards(days(stage), answeringShare(stage)));
            }
        }
        return hazards;
    }

    private static double[] hazards(int ladderDay, double share) {
        double stays = Math.pow(1 - ANSWERED_BY_LADDER, 1.0 / ladderDay);
        var hazards = new double[HORIZON];
        double open = share;
        for (int day = 0; day < HORIZON; day++) {
            hazards[day] = open * (1 - stays) / (open + 1 - share);
            open *= stays;
        }
        return hazards;
    }
}
