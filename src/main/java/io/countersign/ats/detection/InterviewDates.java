package io.countersign.ats.detection;

import io.countersign.classify.EventFinder;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.ParsedMail;
import java.time.Instant;
import java.util.Optional;

/** When a talk begins: by the calendar part, else by structured data, else by the moment that the text
 * settles on. */
final class InterviewDates {
    private final TalkTimes times;
    private final InviteReader invites;

    InterviewDates(EventFinder events, TalkTimes times) {
        this.times = times;
        invites = new InviteReader(events);
    }

    Optional<CalendarInvite> invite(ParsedMail mail) {
        return mail.calendar().flatMap(invites::read);
    }

    /** Relative words count from {@code sent}; an invitation that cancels names no moment. */
    Optional<Instant> find(ParsedMail mail, Passage passage, Optional<CalendarInvite> invite, Instant sent) {
        if (invite.isPresent()) {
            return invite.filter(one -> !one.cancelled()).flatMap(CalendarInvite::start);
        }
        return mail.html().flatMap(StructuredEvents::start).or(() -> times.find(mail.subject(), passage.body(), sent));
    }
}
