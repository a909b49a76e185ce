package io.countersign.approval.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Address;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailReader;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import io.countersign.policy.Action;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ActionExecutorsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Message MAIL = TestMail.message(1);

    private static Outcome carryOut(Action action, Message message) {
        return carryOut(action, message, Optional.empty());
    }

    private static Outcome carryOut(Action action, Message message, Optional<ParsedMail> whole) {
        return ActionExecutors.local(reading(whole)).carryOut(action, message, NOW);
    }

    private static MailReader reading(Optional<ParsedMail> whole) {
        return new MailReader() {
            @Override
            public Optional<ParsedMail> read(long messageId) {
                return whole;
            }

            @Override
            public Optional<byte[]> raw(long messageId) {
                return Optional.empty();
            }
        };
    }

    private static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    private static MailboxState after(Action action) {
        return done(carryOut(action, MAIL)).change().orElseThrow().applyTo(MAIL.state());
    }

    private static String reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).reason();
    }

    private static Message with(Address from, Optional<String> listId, String subject) {
        var old = MAIL.envelope();
        var envelope = new Envelope(
                old.messageId(),
                old.account(),
                from,
                old.to(),
                listId,
                subject,
                old.receivedAt(),
                old.preview(),
                old.hasAttachment(),
                true,
                old.size());
        return new Message(1, 1, 0, envelope, MAIL.state(), MAIL.understanding());
    }

    private static Message announcing(String subject, Instant eventAt) {
        var none = Understanding.unknown();
        var mail = with(MAIL.envelope().from(), Optional.empty(), subject);
        return new Message(
                1,
                1,
                0,
                mail.envelope(),
                mail.state(),
                new Understanding(
                        none.category(),
                        0,
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty(),
                        Optional.of(eventAt),
                        Optional.empty(),
                        List.of()));
    }

    private static ParsedMail whole(Optional<String> calendar, ParsedMail.Header... headers) {
        return new ParsedMail(
                List.of(headers),
                "",
                Address.NONE,
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                calendar,
                List.of(),
                List.of());
    }

    @Test
    void mailboxActionsSetOneFieldAndAreRevertedExactly() {
        assertThat(after(new Action.Archive()).folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(after(new Action.MoveToFolder("Shops")).folder()).isEqualTo("Shops");
        assertThat(after(new Action.MarkRead()).unread()).isFalse();
        assertThat(after(new Action.Label("Receipts")).assignedLabels()).containsExactly("Receipts");
        assertThat(after(new Action.QuarantineAttachment()).quarantined()).isTrue();
        assertThat(after(new Action.BlockSender()).folder()).isEqualTo(MailboxState.JUNK);
        for (var action : List.of(
                new Action.Archive(),
                new Action.MarkRead(),
                new Action.Label("x"),
                new Action.QuarantineAttachment(),
                new Action.BlockSender())) {
            var change = done(carryOut(action, MAIL)).change().orElseThrow();
            assertThat(change.revertOn(change.applyTo(MAIL.state()))).contains(MAIL.state());
        }
    }

    @Test
    void aChangeIsNotRevertedOnMailThatSomebodyElseChanged() {
        var change = done(carryOut(new Action.Archive(), MAIL)).change().orElseThrow();

        assertThat(change.revertOn(MAIL.state().withFolder("Elsewhere"))).isEmpty();
    }

    @Test
    void blockingASenderThatTheMailDoesNotNameFails() {
        assertThat(reason(carryOut(new Action.BlockSender(), with(Address.NONE, Optional.empty(), "x"))))
                .contains("names no sender");
    }

    @Test
    void unsubscribingMutesTheListNotesWhereToDoItAndSaysThatNothingWasSent() {
        var mail = with(new Address("Shop", "news@shop.example"), Optional.of("deals.shop.example"), "x");
        var header = new ParsedMail.Header("List-Unsubscribe", "<https://shop.example/u?1>, <mailto:u@shop.example>");

        var done = done(carryOut(new Action.Unsubscribe(), mail, Optional.of(whole(Optional.empty(), header))));

        assertThat(done.change()).isEmpty();
        assertThat(done.entries())
                .containsExactly(
                        new LocalEntry.MutedList("deals.shop.example", "news@shop.example"),
                        new LocalEntry.Task(
                                "Unsubscribe from deals.shop.example",
                                Optional.empty(),
                                Optional.of(header.content())));
        assertThat(done.text())
                .contains("new mail of it goes to Archive")
                .contains("task list")
                .contains("nothing was sent");
    }

    @Test
    void aMailThatNamesNoWayToUnsubscribeFails() {
        assertThat(reason(carryOut(new Action.Unsubscribe(), MAIL, Optional.of(whole(Optional.empty())))))
                .contains("does not say how");
        assertThat(reason(carryOut(new Action.Unsubscribe(), MAIL))).contains("does not say how");
    }

    @Test
    void theMailsOwnCalendarIsKeptAsItIs() {
        var own = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        var done = done(carryOut(new Action.CreateCalendarEvent(), MAIL, Optional.of(whole(Optional.of(own)))));

        assertThat(done.entries())
                .containsExactly(new LocalEntry.CalendarEntry(MAIL.envelope().subject(), Optional.empty(), own));
    }

    @Test
    void withoutACalendarOneIsBuiltFromTheDateThatTheMailAnnounces() {
        var starts = Instant.parse("2026-07-01T08:30:00Z");
        var subject = "Interview; round 2, with Ann\\Bob " + "äöü€😀".repeat(20);

        var done = done(carryOut(new Action.CreateCalendarEvent(), announcing(subject, starts)));

        var ics = ((LocalEntry.CalendarEntry) done.entries().getFirst()).ics();
        assertThat(ics.split("\r\n"))
                .contains("DTSTART:20260701T083000Z", "DTEND:20260701T093000Z", "DTSTAMP:20260601T120000Z")
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(ics.replace("\r\n ", ""))
                .contains("SUMMARY:Interview\\; round 2\\, with Ann\\\\Bob " + "äöü€😀".repeat(20) + "\r\n");
    }

    @Test
    void hostileTextCannotAddLinesToACalendar() {
        var mail = announcing("a\r\nATTENDEE:evil\rX:\u0000\u0007y\n", NOW);

        var ics = ((LocalEntry.CalendarEntry) done(carryOut(new Action.CreateCalendarEvent(), mail))
                        .entries()
                        .getFirst())
                .ics();

        assertThat(ics).contains("SUMMARY:a\\nATTENDEE:evil\\nX:y\\n\r\n").doesNotContain("\r\nATTENDEE");
    }

    @Test
    void aMailWithoutADateMakesNoEvent() {
        assertThat(reason(carryOut(new Action.CreateCalendarEvent(), MAIL))).contains("no date");
    }

    @Test
    void aTaskTakesItsTitleFromThePolicyElseFromTheSubject() {
        assertThat(done(carryOut(new Action.CreateTask(Optional.of("Reply"), Optional.of(3)), MAIL))
                        .entries())
                .containsExactly(
                        new LocalEntry.Task("Reply", Optional.of(LocalDate.parse("2026-06-04")), Optional.empty()));
        assertThat(done(carryOut(new Action.CreateTask(Optional.empty(), Optional.empty()), MAIL))
                        .entries())
                .containsExactly(new LocalEntry.Task(MAIL.envelope().subject(), Optional.empty(), Optional.empty()));
    }

    @Test
    void whatAnExecutorThrowsIsAFailureWithAReason() {
        var failing = ActionExecutors.local(reading(Optional.empty())).with(Action.Archive.class, (_, _, _) -> {
            throw new IllegalStateException("no connection");
        });

        assertThat(reason(failing.carryOut(new Action.Archive(), MAIL, NOW))).contains("no connection");
    }
}
