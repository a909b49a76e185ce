package io.countersign.ats.odds;

import io.countersign.mail.Stage;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chance of an answer given the silence so far, learned from the person's own silences: a discrete survival model whose
 * daily hazards are those of Kaplan and Meier, shrunk to a prior; see {@link OddsLearner}. A follow-up multiplies the hazards
 * of the next 14 days. Immutable.
 */
public final class ReplyOdds {
    /** So far ahead an answer is awaited. */
    public static final int WINDOW_DAYS = 14;

    private final Map<Stage, HazardCurve> stages;
    private final Map<Cell, HazardCurve> cells;
    private final Map<Stage, Exposure> seen;
    private final FollowUpEffect followUps;
    private final Map<Stage, Integer> medians = new EnumMap<>(Stage.class);

    /** Silences at one stage through one system. */
    record Cell(Stage stage, String system) {}

    ReplyOdds(
            Map<Stage, HazardCurve> stages,
            Map<Cell, HazardCurve> cells,
            Map<Stage, Exposure> seen,
            FollowUpEffect followUps) {
        this.stages = Map.copyOf(stages);
        this.cells = Map.copyOf(cells);
        this.seen = Map.copyOf(seen);
        this.followUps = followUps;
        stages.forEach((stage, curve) -> medians.put(stage, curve.medianDay()));
    }

    /** What can be said before anything is known of this person: the ladder alone. */
    public static ReplyOdds prior() {
        return learnedFrom(List.of());
    }

    /** What these silences teach; linear in their number. */
    public static ReplyOdds learnedFrom(Collection<Spell> spells) {
        var learner = new OddsLearner();
        spells.forEach(learner::add);
        return learner.odds();
    }

    /** The chance of an answer within 14 days when the person does nothing more, 0..1. */
    public double chance(Silence silence, Optional<String> system, Instant now) {
        return curve(silence.stage(), system)
                .within(WINDOW_DAYS, silence.awaited(now), silence.askedFor(now), followUps.ratio());
    }

    /** The chance of an answer within 14 days when the person asks for news now, 0..1. */
    public double chanceWhenAsked(Silence silence, Optional<String> system, Instant now) {
        return curve(silence.stage(), system)
                .within(WINDOW_DAYS, silence.awaited(now), Spell.FOLLOW_UP_DAYS, followUps.ratio());
    }

    /** The chance of an answer within 14 days of a message that begins a new silence, 0..1. */
    public double chanceWhenAnswered(Silence silence, Optional<String> system) {
        return curve(silence.stage(), system).within(WINDOW_DAYS, 0, 0, 1);
    }

    /** What follow-ups have done. */
    public FollowUpEffect followUps() {
        return followUps;
    }

    /** By which day of a silence at this stage half of the answers have come that ever come. */
    public int medianDay(Stage stage) {
        return medians.getOrDefault(stage, 0);
    }

    /** How many answers at this stage the model has learned from. */
    public int answers(Stage stage) {
        return Optional.ofNullable(seen.get(stage)).map(Exposure::answers).orElse(0);
    }

    private HazardCurve curve(Stage stage, Optional<String> system) {
        var ofStage = stages.getOrDefault(stage, HazardCurve.NEVER);
        return system.map(name -> cells.getOrDefault(new Cell(stage, name), ofStage))
                .orElse(ofStage);
    }
}
