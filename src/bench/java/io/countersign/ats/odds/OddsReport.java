package io.countersign.ats.odds;

import io.countersign.ats.odds.OddsTrial.Moment;
import io.countersign.ats.odds.OddsTrial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Prints how well answers within 14 days are forecast in worlds whose hazards are known: Brier's score and Harrell's C of the
 * learned odds, of the ladder as a curve and as a step, of the documented formula, and of the truth itself. Arguments: seeds,
 * moments of silence for each.
 */
public final class OddsReport {
    private static final int[] HISTORIES = {20, 60, 250, 1000, 2000};
    private static final List<String> NAMES = List.of("learned", "ladder", "step", "formula", "truth");

    private OddsReport() {}

    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int moments = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        System.out.printf(Locale.ROOT, "Brier / C, mean of %d seeds with %d moments of silence%n", seeds, moments);
        var perHistory = new ArrayList<List<Score>>();
        for (int history : HISTORIES) {
            System.out.printf("%n%-28s", "history of " + history);
            NAMES.forEach(name -> System.out.printf("%16s", name));
            System.out.println();
            var perWorld = new ArrayList<List<Score>>();
            for (var world : HazardWorld.all()) {
                perWorld.add(mean(trials(world, history, seeds, moments)));
                print(world.name(), perWorld.getLast());
            }
            perHistory.add(mean(perWorld));
            print("mean", perHistory.getLast());
        }
        System.out.println();
        print("mean of all", mean(perHistory));
    }

    private static List<List<Score>> trials(HazardWorld world, int history, int seeds, int moments) {
        var trials = new ArrayList<List<Score>>();
        for (long seed = 1; seed <= seeds; seed++) {
            var trial = new OddsTrial(world, seed);
            var learned = OddsTrial.learned(trial.history(history));
            var at = trial.moments(moments);
            List<ToDoubleFunction<Moment>> forecasts = List.of(
                    OddsTrial.forecast(learned),
                    OddsTrial.forecast(ReplyOdds.prior()),
                    OddsTrial::ladderStep,
                    OddsTrial::formula,
                    Moment::truth);
            trials.add(forecasts.stream()
                    .map(forecast -> OddsTrial.score(at, forecast))
                    .toList());
        }
        return trials;
    }

    private static List<Score> mean(List<List<Score>> rows) {
        var means = new ArrayList<Score>();
        for (int column = 0; column < NAMES.size(); column++) {
            int at = column;
            means.add(rows.stream()
                    .map(row -> row.get(at))
                    .reduce(new Score(0, 0), Score::plus)
                    .times(1.0 / rows.size()));
        }
        return means;
    }

    private static void print(String name, List<Score> scores) {
        System.out.printf("%-28s", name);
        scores.forEach(score -> System.out.printf(Locale.ROOT, "  %.4f / %.3f", score.brier(), score.c()));
        System.out.println();
    }
}
