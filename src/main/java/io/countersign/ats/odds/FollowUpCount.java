package io.countersign.ats.odds;

import io.countersign.mail.Stage;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of follow-ups, and on which days of a silence they were sent. For one thread. */
final class FollowUpCount {
    private final Map<Stage, int[]> days = new EnumMap<>(Stage.class);
    private int revived;
    private int asked;

    /** A follow-up counts once it was answered, had 14 days without an answer, or another came after it. */
    void add(Spell spell) {
        var sent = spell.followUps();
        for (int i = 0; i < sent.size(); i++) {
            boolean last = i == sent.size() - 1;
            int waited = spell.days() - sent.get(i);
            boolean answered = last && spell.answered() && waited < Spell.FOLLOW_UP_DAYS;
            if (answered || !last || waited >= Spell.FOLLOW_UP_DAYS) {
                asked++;
                revived += answered ? 1 : 0;
                days.computeIfAbsent(spell.stage(), _ -> new int[Ladder.HORIZON])[
                        Math.min(sent.get(i), Ladder.HORIZON - 1)]++;
            }
        }
    }

    /** What follow-ups did, beside what these curves expect without them. */
    FollowUpEffect effect(Map<Stage, HazardCurve> curves, double ratio) {
        double expected = 0;
        for (var sent : days.entrySet()) {
            var curve = curves.getOrDefault(sent.getKey(), HazardCurve.NEVER);
            for (int day = 0; day < Ladder.HORIZON; day++) {
                expected += sent.getValue()[day] * curve.within(Spell.FOLLOW_UP_DAYS, day, 0, 1);
            }
        }
        return new FollowUpEffect(revived, asked, expected, ratio);
    }
}
