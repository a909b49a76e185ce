package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The silence in which an application is now.
 *
 * @param stage where the application is
 * @param heard when the other side last spoke, a talk or a stage that the person noted included; else when it began
 * @param since from when an answer is awaited: {@code heard}, or when the person wrote after it
 * @param word what the other side said last; empty when it never spoke
 * @param reply true when that word came after the person had written
 * @param replied true when the person wrote to it after its last word or talk
 * @param talked true when a talk was the last that was heard
 * @param talk the talk ahead
 * @param deadline by when the other side awaits something of the person, as it said last
 * @param followUps when the person asked for news since the other side last wrote, oldest first
 */
public record Silence(
        Stage stage,
        Instant heard,
        Instant since,
        Optional<TimelineEntry> word,
        boolean reply,
        boolean replied,
        boolean talked,
        Optional<Instant> talk,
        Optional<LocalDate> deadline,
        List<Instant> followUps) {
    public Silence {
        followUps = List.copyOf(followUps);
    }

    /** The silence of an application at a time. */
    public static Silence of(Application application, Instant now) {
        return Silences.of(application, now).current();
    }

    /** Whole days since the other side last spoke. */
    public int days(Instant now) {
        return whole(heard, now);
    }

    /** Whole days for which an answer has been awaited; 0 before a talk. */
    int awaited(Instant now) {
        return talk.isPresent() ? 0 : whole(since, now);
    }

    /** For how many days from now on an answer may be due to the last follow-up. */
    int askedFor(Instant now) {
        return followUps.isEmpty() ? 0 : Math.max(0, Spell.FOLLOW_UP_DAYS - whole(followUps.getLast(), now));
    }

    /** Whole days from one time to another; 0 when it is earlier. */
    static int whole(Instant from, Instant to) {
        return Math.clamp(Duration.between(from, to).toDays(), 0, Integer.MAX_VALUE);
    }
}
