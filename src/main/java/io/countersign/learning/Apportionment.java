package io.countersign.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds parts so that they still sum to their rounded sum (largest remainders, Hamilton's method). */
public final class Apportionment {
    private Apportionment() {}

    /**
     * Each part in whole units, off by less than one unit.
     *
     * @param unitsPerOne 100 for percent points
     * @param total what the parts sum to, in whole units
     */
    public static List<Long> whole(List<Double> parts, double unitsPerOne, long total) {
        var whole = new ArrayList<Long>();
        for (double part : parts) {
            whole.add((long) Math.floor(part * unitsPerOne));
        }
        long missing = total - whole.stream().mapToLong(Long::longValue).sum();
        var byRemainder = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> Math.floor(parts.get(i) * unitsPerOne) - parts.get(i) * unitsPerOne))
                .limit(Math.clamp(missing, 0, parts.size()))
                .toList();
        byRemainder.forEach(i -> whole.set(i, whole.get(i) + 1));
        return whole;
    }
}
