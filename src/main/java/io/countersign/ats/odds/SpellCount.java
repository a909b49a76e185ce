package io.countersign.ats.odds;

import java.util.Arrays;

/** Counts silences by day; adding one costs no more than its follow-ups. For one thread. */
final class SpellCount {
    /** What changes from one day to the next. */
    private final int[] quiet = new int[Ladder.HORIZON + 1];

    private final int[] asked = new int[Ladder.HORIZON + 1];
    private final int[] answers = new int[Ladder.HORIZON];
    private int askedAnswers;

    /** Takes in a silence; its last day counts only when an answer ended it. */
    void add(Spell spell) {
        int end = Math.min(spell.days() + (spell.answered() ? 1 : 0), Ladder.HORIZON);
        quiet[0]++;
        quiet[end]--;
        int from = 0;
        for (int day : spell.followUps()) {
            from = Math.min(Math.max(from, day), end);
            int to = Math.min(day + Spell.FOLLOW_UP_DAYS, end);
            if (from < to) {
                move(from, to);
                from = to;
            }
        }
        if (spell.answered() && spell.days() < Ladder.HORIZON) {
            answers[spell.days()]++;
            askedAnswers += spell.isAsked(spell.days()) ? 1 : 0;
        }
    }

    private void move(int from, int to) {
        quiet[from]--;
        asked[from]++;
        quiet[to]++;
        asked[to]--;
    }

    /** What was counted so far. */
    Exposure exposure() {
        return new Exposure(
                Arrays.stream(answers).asDoubleStream().toArray(), summed(quiet), summed(asked), askedAnswers);
    }

    private static double[] summed(int[] changes) {
        var sums = new double[Ladder.HORIZON];
        double sum = 0;
        for (int day = 0; day < sums.length; day++) {
            sum += changes[day];
            sums[day] = sum;
        }
        return sums;
    }
}
