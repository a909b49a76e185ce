package io.countersign.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run did, in numbers with stable names, in the order in which they are told. */
public record Counts(Map<String, Long> values) {
    public static final Counts NONE = new Counts(Map.of());

    public Counts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Counts of(String name, long value) {
        return NONE.and(name, value);
    }

    /** 0 where nothing was counted under that name. */
    public long of(String name) {
        return values.getOrDefault(name, 0L);
    }

    /** These and one more. */
    public Counts and(String name, long value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Counts(more);
    }
}
