package io.countersign.ats;

import io.countersign.mail.Message;
import io.countersign.shared.text.CalendarText;
import io.countersign.shared.text.OneLine;
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
    private InterviewCalendar() {}

    /**
     * Writes the talks, past and cancelled ones included; empty when there is none.
     *
     * @param mails those of the application, for their invitations
     * @param title stands before role and company, in the person's language: {@code Interview}
     */
    public static Optional<String> of(Application application, List<Message> mails, String title, Instant now) {
        var events = Interviews.of(application, mails).stream()
                .map(talk -> event(application, talk, title))
                .toList();
        return events.isEmpty() ? Optional.empty() : Optional.of(CalendarText.of(events, now));
    }

    private static CalendarText.Event event(Application application, Interviews.Talk talk, String title) {
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
                talk.changes(),
                talk.cancelled());
    }
}
