package io.countersign.ats;

import java.util.Arrays;

/**
 * How many silences lasted until each day and how many ended on it with an answer; days on which an answer may be due to a
 * follow-up are told apart. For one thread.
 */
final class Exposure {
    private final double[] answers = new double[Ladder.HORIZON];
    private final double[] quiet = new double[Ladder.HORIZON];
    private final double[] asked = new double[Ladder.HORIZON];
    private double askedAnswers;
    private int spells;

    /** Takes in a silence; its last day counts only when an answer ended it. */
    void add(Spell spell) {
        spells++;
        int end = Math.min(spell.days() + (spell.answered() ? 1 : 0), Ladder.HORIZON);
        for (int day = 0; day < end; day++) {
            (spell.isAsked(day) ? asked : quiet)[day]++;
        }
        if (spell.answered() && spell.days() < Ladder.HORIZON) {
            answers[spell.days()]++;
            askedAnswers += spell.isAsked(spell.days()) ? 1 : 0;
        }
    }

    int spells() {
        return spells;
    }

    int answers() {
        return (int) Arrays.stream(answers).sum();
    }

    double askedAnswers() {
        return askedAnswers;
    }

    double answers(int day) {
        return answers[day];
    }

    /** Silences at risk on a day, those after a follow-up weighed by how much likelier it makes an answer. */
    double atRisk(int day, double ratio) {
        return quiet[day] + ratio * asked[day];
    }

    double asked(int day) {
        return asked[day];
    }
}
