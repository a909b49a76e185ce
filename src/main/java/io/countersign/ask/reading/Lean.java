package io.countersign.ask.reading;

/** Where days lie that a question names without their year or week. */
enum Lean {
    /** The newest such day or month that has begun. */
    PAST,
    /** The next such weekday; the nearest such day or month. */
    AHEAD
}
