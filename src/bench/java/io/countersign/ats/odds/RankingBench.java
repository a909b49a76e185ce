package io.countersign.ats.odds;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

/** Measures ranking, learning from all timelines included. Arguments: applications, rounds. */
public final class RankingBench {
    private RankingBench() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        var worlds = HazardWorld.all();
        var applications = new OddsTrial(worlds.getLast(), 1).history(count);
        long entries = applications.stream().mapToLong(a -> a.timeline().size()).sum();
        var ranking = new RiskRanking(ZoneOffset.UTC);
        var now = Timelines.day(365);
        var times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            int ranked = ranking.rank(applications, now).size();
            times[round] = (System.nanoTime() - begin) / 1e6;
            if (ranked != count) {
                throw new IllegalStateException("lost some: " + ranked);
            }
        }
        var sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%d applications with %d entries: first %.1f ms, second %.1f ms, median %.1f ms, slowest but the first %.1f ms%n",
                count,
                entries,
                times[0],
                times[1],
                sorted[rounds / 2],
                Arrays.stream(times).skip(1).max().orElse(0));
    }
}
