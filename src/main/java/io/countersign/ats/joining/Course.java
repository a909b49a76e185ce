package io.countersign.ats.joining;

import io.countersign.mail.Stage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The course of an application in time while evidence is joined to it: whether more evidence still goes on with it. */
final class Course {
    /** So long after its end, a new confirmation begins a new application. */
    private static final Duration REAPPLICATION = Duration.ofDays(30);
    /** So long after its last word, a new confirmation begins a new application. */
    private static final Duration FORGOTTEN = Duration.ofDays(180);
    /** So long after its end, nothing but a person revives it. */
    private static final Duration CLOSED = Duration.ofDays(365);
    /** Board and tracking system may both confirm an application. */
    private static final Duration TWICE = Duration.ofDays(3);

    private @Nullable Instant endedAt;
    private @Nullable Instant confirmedAt;
    private Instant lastAt = Instant.EPOCH;
    private boolean begun;

    void add(Evidence one) {
        begun = true;
        one.clues().stage().ifPresent(stage -> reach(stage, one.at()));
        lastAt = one.at().isAfter(lastAt) ? one.at() : lastAt;
    }

    private void reach(Stage stage, Instant at) {
        if (stage.isTerminal()) {
            endedAt = at;
        } else if (stage == Stage.APPLIED) {
            confirmedAt = at;
        } else {
            endedAt = null;
        }
    }

    void absorb(Course other) {
        begun |= other.begun;
        endedAt = later(endedAt, other.endedAt);
        confirmedAt = later(confirmedAt, other.confirmedAt);
        lastAt = other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    Instant lastAt() {
        return lastAt;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    /** False when the time that has passed makes such evidence the beginning of another application. */
    boolean goesOnWith(Evidence one) {
        var ended = endedAt;
        if (one.clues().is(Stage.APPLIED)) {
            boolean afresh = ended != null && isLater(one, ended, REAPPLICATION);
            return !afresh && (!begun || !isLater(one, lastAt, FORGOTTEN));
        }
        return ended == null || !isLater(one, ended, CLOSED);
    }

    /** False when it was confirmed before, so that another confirmation is one of something else. */
    boolean mayBeConfirmedBy(Evidence one) {
        var confirmed = confirmedAt;
        return !one.clues().is(Stage.APPLIED) || confirmed == null || !isLater(one, confirmed, TWICE);
    }

    private static boolean isLater(Evidence one, Instant than, Duration gap) {
        return !than.equals(Instant.EPOCH) && Duration.between(than, one.at()).compareTo(gap) >= 0;
    }
}
