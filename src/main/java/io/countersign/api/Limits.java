package io.countersign.api;

import java.time.Duration;

/**
 * What one client may cost.
 *
 * @param bodyBytes the largest body
 * @param headerBytes the largest request line with all headers
 * @param connections open at the same time; one more is answered 503 and closed
 * @param streams of events open at the same time
 * @param arrival how long a header, and then a body, may take to arrive
 * @param idle how long a connection may be silent, or a client take nothing of an answer
 * @param perSecond how many changes and questions are begun in the long run
 * @param burst how many of them may be begun at once
 * @param heartbeat how soon a stream notices that its client is gone
 */
public record Limits(
        int bodyBytes,
        int headerBytes,
        int connections,
        int streams,
        Duration arrival,
        Duration idle,
        double perSecond,
        int burst,
        Duration heartbeat) {
    /** For a person's own scripts: far more than they need, far less than would be felt. */
    public static final Limits STANDARD = new Limits(
            1024 * 1024,
            8 * 1024,
            256,
            16,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            50,
            200,
            Duration.ofSeconds(1));
}
