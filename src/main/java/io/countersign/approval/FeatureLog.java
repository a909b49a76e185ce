package io.countersign.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What each batch taught one person's weights, feature by feature; takes part in the caller's transaction. */
public interface FeatureLog {
    void add(long batch, boolean approve, Map<String, Integer> times);

    /**
     * Takes lessons of a batch back.
     *
     * @return the features that had been learned; those forgotten by a reset since are not among them
     */
    List<String> subtract(long batch, Map<String, Integer> times);

    /** All lessons that stand about these features, in the order in which they were taught. */
    List<Lesson> lessons(Collection<String> features);

    /** The same lesson, {@code times} in a row. */
    record Lesson(String feature, boolean approve, int times, Instant at) {}
}
