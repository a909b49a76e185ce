package io.countersign.ats;

import io.countersign.mail.Message;
import io.countersign.shared.text.CalendarText;
import io.countersign.shared.text.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The talks of an application for calendar programs (RFC 5545). Exported again after a change, a talk keeps its UID and its
 * SEQUENCE grows, so that programs move or cancel it. A talk lasts an hour, since facts don't say how long. Pure.
 */
public final class InterviewCalendar {
    /** So that the seconds since then fit into a SEQUENCE until 2088. */
    private static final Instant SEQUENCE_START = Instant.parse("2020-01-01T00:00:00Z");

    private InterviewCalendar() {}

    /**
     * Writes the talks, past and cancelled ones included; empty when there is none.
     *
     * @param mails those of the application, for their invitations
     * @param title stands before role and company, in the person's language: {@code Interview}
     */
    public static Optional<String> of(Application application, List<Message> mails, String title, Instant now) {
        var events = Interviews.of(application, mails).stream()
                .map(talk -> event(application, talk, title, now))
                .toList();
        return events.isEmpty() ? Optional.empty() : Optional.of(CalendarText.of(events, now));
    }

    private static CalendarText.Event event(Application application, Interviews.Talk talk, String title, Instant now) {
        var about = Stream.of(application.role(), application.company())
                .map(OneLine::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new CalendarText.Event(
                "interview-" + application.id() + "-" + talk.key() + "@countersign",
                about.isEmpty() ? title : title + ": " + about,
                OneLine.of(talk.title()),
                talk.start(),
                CalendarText.USUAL_LENGTH,
                sequence(talk, now),
                talk.cancelled());
    }

    /** A warehouse does not tell how often a talk was moved: there each export knows better than the one before. */
    private static int sequence(Interviews.Talk talk, Instant now) {
        return talk.byWarehouse()
                ? Math.clamp(Duration.between(SEQUENCE_START, now).toSeconds(), talk.changes(), Integer.MAX_VALUE)
                : talk.changes();
    }
}
