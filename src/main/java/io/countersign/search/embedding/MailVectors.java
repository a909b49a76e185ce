package io.countersign.search.embedding;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Directions of mails, kept on disk; can be computed again from the database at any time. Blocking and thread-safe; every
 * method throws {@link io.countersign.search.SearchFailure} when it cannot do it now.
 */
public interface MailVectors extends AutoCloseable {
    /**
     * A mail's direction.
     *
     * @param text tells apart what was encoded: {@link EncodedText#hash}
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares vectors
    record Vector(long messageId, int text, float[] direction) {}

    /** A mail and the cosine between its direction and the wanted one, -1..1. */
    record Neighbour(long messageId, double cosine) {}

    /** About the nearest, nearest first. */
    List<Neighbour> nearest(float[] direction, int most);

    /** The same among these mails only. */
    List<Neighbour> nearest(float[] direction, int most, Set<Long> among);

    /** Adds directions or replaces them. */
    void put(List<Vector> vectors);

    /** Makes what was put visible and safe from a crash; everything up to {@code change} of the log is taken in. */
    void refresh(long change);

    /** The number of the last change that was taken in; smaller again after a crash; 0 for a new or unfinished one. */
    long follows();

    /** What was encoded of each mail. */
    Map<Long, Integer> texts();

    long size();

    @Override
    void close();
}
