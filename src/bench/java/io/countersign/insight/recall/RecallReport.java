package io.countersign.insight.recall;

import java.util.Locale;
import java.util.Random;

/**
 * How often the 95 % interval of recall holds the truth, and how wide it is, in the worlds of the simulation test and with other
 * seeds. Argument: the number of runs per world.
 */
public final class RecallReport {
    private static final int[][] WORLDS = {
        {300, 2, 2}, {300, 2, 12}, {50, 0, 4}, {50, 5, 12}, {5, 1, 12}, {800, 100, 6}, {0, 0, 8}, {100, 100, 3}
    };

    private RecallReport() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        for (var world : WORLDS) {
            var random = new Random(31L * world[0] + world[1] + world[2]);
            int covered = 0;
            double width = 0;
            double error = 0;
            for (int run = 0; run < runs; run++) {
                var simulated = new RecallSimulationTest.World(random.nextLong(), world[0] / 1000.0, world[1] / 1000.0);
                for (int week = 0; week < world[2]; week++) {
                    simulated.week();
                }
                var recall = simulated.recall().orElseThrow();
                double truth = simulated.truth();
                covered += recall.low() <= truth + 1e-9 && truth <= recall.high() + 1e-9 ? 1 : 0;
                width += recall.high() - recall.low();
                error += Math.abs(recall.value() - truth);
            }
            System.out.printf(
                    Locale.ROOT,
                    "wanted of 1000 near %d, far %d; %d weeks: covered %.3f of %d runs, mean width %.2f, mean error %.3f%n",
                    world[0],
                    world[1],
                    world[2],
                    (double) covered / runs,
                    runs,
                    width / runs,
                    error / runs);
        }
    }
}
