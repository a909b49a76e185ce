package io.countersign.job;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/** When a job is due, in the time zone of the computer. */
public sealed interface Schedule {
    /**
     * Once a day. On a day on which clocks are put forward over {@code at} it runs at the first moment after; on a day that has
     * {@code at} twice it runs the first time only.
     */
    record Daily(LocalTime at) implements Schedule {}

    /** Once a week, with the same rules. */
    record Weekly(DayOfWeek day, LocalTime at) implements Schedule {}

    /** So long after the end of the run before. */
    record Every(Duration pause) implements Schedule {}

    /** Only when somebody asks for it. */
    record ByHand() implements Schedule {}
}
