package io.countersign.approval.execution;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.policy.Action;
import io.countersign.shared.text.CalendarText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps a calendar entry: the mail's own, else one built from the date that it announces. */
final class CalendarEventExecutor implements ActionExecutor<Action.CreateCalendarEvent> {
    private final MailReader mail;

    CalendarEventExecutor(MailReader mail) {
        this.mail = mail;
    }

    @Override
    public Outcome carryOut(Action.CreateCalendarEvent action, Message message, Instant now) {
        var starts = startOf(message);
        var own = mail.read(message.id()).flatMap(ParsedMail::calendar).filter(text -> text.contains("BEGIN:VEVENT"));
        var subject = message.envelope().subject();
        if (own.isPresent()) {
            return entry(subject, starts, own.get());
        }
        if (starts.isEmpty()) {
            return new Outcome.Failed("The mail announces no date that could go into a calendar.");
        }
        var event = CalendarText.Event.at(
                starts.get(),
                "message-" + message.id() + "@countersign",
                subject,
                "From " + message.envelope().from() + "\n" + message.envelope().preview());
        return entry(subject, starts, CalendarText.of(List.of(event), now));
    }

    private static Outcome entry(String subject, Optional<Instant> starts, String ics) {
        return new Outcome.Done(
                Optional.empty(),
                List.of(new LocalEntry.CalendarEntry(subject, starts, ics)),
                "Put “" + subject + "” into the calendar"
                        + starts.map(at -> ", " + at).orElse(""));
    }

    private static Optional<Instant> startOf(Message message) {
        return message.understanding()
                .eventAt()
                .or(() -> message.understanding().ats().flatMap(AtsFacts::interviewDate));
    }
}
