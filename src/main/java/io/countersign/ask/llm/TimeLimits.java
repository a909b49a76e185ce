package io.countersign.ask.llm;

import java.time.Duration;

/**
 * How long a language model is waited for.
 *
 * @param connect until its server accepts a connection
 * @param first until it gives a first sign of life; a model that is not loaded yet takes long
 * @param silence between two signs of life
 * @param whole until it is done
 * @param retry at most until it is asked a second time when it is busy
 */
public record TimeLimits(Duration connect, Duration first, Duration silence, Duration whole, Duration retry) {
    public static final TimeLimits PATIENT = new TimeLimits(
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10));
}
