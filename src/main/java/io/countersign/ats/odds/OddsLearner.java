package io.countersign.ats.odds;

import io.countersign.ats.odds.ReplyOdds.Cell;
import io.countersign.mail.Stage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Learns {@link ReplyOdds}: adding a silence costs next to nothing, and the model is made of the counts alone. The daily hazards of
 * Kaplan and Meier, {@code d / n}, averaged over nearby days, are shrunk to a prior {@code h0} by a beta process: {@code (c h0 + d) / (c + n)}. Each level
 * is the prior of the next: the ladder, all silences (which scale the ladder, as stages differ), those at a stage, those at
 * a stage through a system. Days on which an answer may be due to a follow-up count as many times as a follow-up makes it
 * likelier. For one thread.
 */
final class OddsLearner {
    /** Answers that must be expected before all silences together outweigh the ladder. */
    private static final double LADDER_EVENTS = 5;

    /** So many silences at a stage weigh as much as all. This and the other weights did best in simulated worlds. */
    private static final double STAGE_SILENCES = 15;

    private static final double SYSTEM_SILENCES = 30;

    /** Hazards and the effect of follow-ups depend on each other; after so many rounds both nearly stand still. */
    private static final int ROUNDS = 3;

    private final Map<Stage, SpellCount> stages = new EnumMap<>(Stage.class);
    private final Map<Cell, SpellCount> cells = new HashMap<>();
    private final FollowUpCount followUps = new FollowUpCount();

    void add(Spell spell) {
        stages.computeIfAbsent(spell.stage(), _ -> new SpellCount()).add(spell);
        spell.system()
                .ifPresent(system -> cells.computeIfAbsent(new Cell(spell.stage(), system), _ -> new SpellCount())
                        .add(spell));
        followUps.add(spell);
    }

    /** The model of what was added so far. */
    ReplyOdds odds() {
        Map<Stage, Exposure> seen = new EnumMap<>(Stage.class);
        stages.forEach((stage, count) -> seen.put(stage, count.exposure()));
        double ratio = ratio(seen);
        Map<Stage, Exposure> smoothed = new EnumMap<>(Stage.class);
        seen.forEach((stage, exposure) -> smoothed.put(stage, exposure.smoothed()));
        var curves = curves(smoothed, all(seen, ratio), ratio);
        return new ReplyOdds(curves, ofCells(curves, ratio), seen, followUps.effect(curves, ratio));
    }

    private Map<Cell, HazardCurve> ofCells(Map<Stage, HazardCurve> ofStages, double ratio) {
        Map<Cell, HazardCurve> ofCells = new HashMap<>();
        cells.forEach((cell, count) -> Optional.ofNullable(ofStages.get(cell.stage()))
                .ifPresent(
                        prior -> ofCells.put(cell, prior.after(count.exposure().smoothed(), ratio, SYSTEM_SILENCES))));
        return ofCells;
    }

    private static Map<Stage, HazardCurve> curves(Map<Stage, Exposure> stages, double[] all, double ratio) {
        Map<Stage, HazardCurve> curves = new EnumMap<>(Stage.class);
        for (var stage : Stage.values()) {
            if (!stage.isTerminal()) {
                var prior = HazardCurve.of(day -> Ladder.hazard(stage, day) * all[day]);
                var seen = stages.get(stage);
                curves.put(stage, seen == null ? prior : prior.after(seen, ratio, STAGE_SILENCES));
            }
        }
        return curves;
    }

    /** How many times as often as the ladder says answers came on each day. */
    private static double[] all(Map<Stage, Exposure> stages, double ratio) {
        var answers = new double[Ladder.HORIZON];
        var expected = new double[Ladder.HORIZON];
        stages.forEach((stage, seen) -> {
            for (int day = 0; day < Ladder.HORIZON; day++) {
                answers[day] += seen.answers(day);
                expected[day] += Ladder.hazard(stage, day) * seen.atRisk(day, ratio);
            }
        });
        var all = new double[Ladder.HORIZON];
        for (int day = 0; day < Ladder.HORIZON; day++) {
            all[day] = (LADDER_EVENTS + near(answers, day)) / (LADDER_EVENTS + near(expected, day));
        }
        return all;
    }

    /** The later in a silence, the fewer there are: the more days count as one. */
    private static double near(double[] values, int day) {
        double sum = 0;
        int spread = day / 4;
        for (int at = Math.max(0, day - spread); at <= Math.min(values.length - 1, day + spread); at++) {
            sum += values[at];
        }
        return sum;
    }

    /** From each day's own counts: averaged ones would blur where a follow-up begins to work. */
    private static double ratio(Map<Stage, Exposure> stages) {
        double ratio = FollowUpEffect.PRIOR;
        for (int round = 0; round < ROUNDS; round++) {
            ratio = ratio(stages, curves(stages, all(stages, ratio), ratio));
        }
        return ratio;
    }

    private static double ratio(Map<Stage, Exposure> stages, Map<Stage, HazardCurve> curves) {
        double answers = 0;
        double expected = 0;
        for (var seen : stages.entrySet()) {
            answers += seen.getValue().askedAnswers();
            var curve = curves.getOrDefault(seen.getKey(), HazardCurve.NEVER);
            for (int day = 0; day < Ladder.HORIZON; day++) {
                expected += curve.at(day) * seen.getValue().asked(day);
            }
        }
        return FollowUpEffect.ratio(answers, expected);
    }
}
