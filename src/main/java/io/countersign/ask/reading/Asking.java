package io.countersign.ask.reading;

import java.util.Optional;

/**
 * How something is asked.
 *
 * @param pick which of what is found are meant
 * @param group by what it is to be divided
 */
public record Asking(Kind kind, Pick pick, Optional<Group> group, Narrowing by) {
    /** True where the newest or the oldest is meant, and nothing else. */
    public boolean isOfOne() {
        return pick == Pick.NEWEST || pick == Pick.OLDEST;
    }

    /** What is wanted to know of it; where words say several, the first of them. */
    public enum Kind {
        AVERAGE,
        COUNT,
        SUM,
        WHEN,
        WHO,
        STATUS,
        LIST,
        YES_NO
    }

    /** Which of several. */
    public enum Pick {
        ALL,
        NEWEST,
        OLDEST,
        LARGEST,
        SMALLEST,
        NEXT
    }

    /** By what something is divided; the part with most comes first. */
    public enum Group {
        MERCHANT,
        SENDER,
        CATEGORY,
        MONTH,
        WEEKDAY
    }
}
