package planted.clock;

import java.time.Instant;

/** Breaks: no static state; time comes from a clock; nothing sleeps. */
@SuppressWarnings({"NonFinalStaticField", "ThreadSleepMillis"})
public final class Impatient {
    private static int count;

    private Impatient() {}

    /** Does all three. */
    public static Instant run() throws InterruptedException {
        Thread.sleep(count++);
        return Instant.now();
    }
}
