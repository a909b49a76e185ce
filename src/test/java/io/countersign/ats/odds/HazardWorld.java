package io.countersign.ats.odds;

import io.countersign.mail.Stage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Employers whose chance of an answer on each day is known: a share of them answers at all, after a wait of Weibull's
 * distribution; a system changes both; a follow-up multiplies the daily chance for 14 days.
 */
public record HazardWorld(
        String name, Map<Stage, Answering> stages, List<Through> systems, double followUpRatio, double wantsNews) {
    /** How employers answer at a stage: the share that does, the median wait in days, the shape of the wait. */
    public record Answering(double share, double median, double shape) {}

    /** How a system changes it. */
    public record Through(String system, double share, double slower) {}

    /** The chance of an answer on a day of a silence that has lasted until then. */
    public double hazard(Stage stage, Through through, int day, boolean asked) {
        var answering = Objects.requireNonNull(stages.get(stage));
        double share = Math.min(0.97, answering.share() * through.share());
        double scale = answering.median() * through.slower() / Math.pow(Math.log(2), 1 / answering.shape());
        double before = Math.exp(-Math.pow(day / scale, answering.shape()));
        double after = Math.exp(-Math.pow((day + 1) / scale, answering.shape()));
        double hazard = share * (before - after) / (1 - share + share * before);
        return Math.min(1, hazard * (asked ? followUpRatio : 1));
    }

    /** Until which day a silence lasts; {@code limit} when it lasts as long. Follow-ups come on these days. */
    public int wait(Stage stage, Through through, int from, int limit, List<Integer> followUps, Random random) {
        var spell = new Spell(stage, Optional.empty(), limit, false, followUps);
        for (int day = from; day < limit; day++) {
            if (random.nextDouble() < hazard(stage, through, day, spell.isAsked(day))) {
                return day;
            }
        }
        return limit;
    }

    /** The worlds of the simulation. */
    public static List<HazardWorld> all() {
        var mixed = List.of(new Through("greenhouse", 1, 1), new Through("workday", 1, 1), new Through("lever", 1, 1));
        var apart = List.of(
                new Through("greenhouse", 1.5, 0.4), new Through("workday", 0.4, 1.8), new Through("lever", 1, 1));
        return List.of(
                new HazardWorld("as the ladder says", stages(0.5, 6.3, 0.7, 5.4, 0.8, 3.6, 1), mixed, 1.5, 0.5),
                new HazardWorld("most never answer", stages(0.15, 8, 0.35, 7, 0.5, 6, 1), mixed, 1.5, 0.5),
                new HazardWorld("most answer", stages(0.85, 9, 0.9, 7, 0.95, 5, 1.2), mixed, 1.3, 0.5),
                new HazardWorld("fast", stages(0.5, 2, 0.7, 2, 0.8, 1.5, 0.9), mixed, 1.5, 0.5),
                new HazardWorld("slow", stages(0.5, 25, 0.6, 18, 0.75, 14, 1.3), mixed, 1.5, 0.5),
                new HazardWorld("systems differ", stages(0.5, 8, 0.6, 7, 0.7, 5, 1), apart, 1.5, 0.5),
                new HazardWorld("slow talks, fast rejections", stages(0.6, 3, 0.6, 9, 0.9, 20, 1), mixed, 1.5, 0.5),
                new HazardWorld("follow-ups work", stages(0.45, 9, 0.6, 8, 0.7, 7, 1), mixed, 3, 0.8),
                new HazardWorld("follow-ups do nothing", stages(0.45, 9, 0.6, 8, 0.7, 7, 1), mixed, 1, 0.8),
                new HazardWorld("a long tail", stages(0.6, 9, 0.7, 8, 0.8, 7, 0.6), apart, 1.5, 0.5));
    }

    private static Map<Stage, Answering> stages(
            double applied,
            double appliedMedian,
            double screening,
            double screeningMedian,
            double talks,
            double talksMedian,
            double shape) {
        return Map.of(
                Stage.APPLIED, new Answering(applied, appliedMedian, shape),
                Stage.ASSESSMENT, new Answering(screening, screeningMedian * 1.2, shape),
                Stage.SCREENING, new Answering(screening, screeningMedian, shape),
                Stage.INTERVIEW, new Answering(talks, talksMedian, shape),
                Stage.FINAL_ROUND, new Answering(talks, talksMedian, shape),
                Stage.OFFER, new Answering(0.95, talksMedian / 2, shape));
    }
}
