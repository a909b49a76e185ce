package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.LocalEntries.Owned;
import io.countersign.approval.execution.LocalEntry;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.RawMail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where new mail goes after somebody was blocked or muted, on both databases. */
abstract class ArrivalsContract extends DeskContract {
    private final DecidedArrivals rules = new DecidedArrivals(desk.store.entries(), desk.clock);

    private String folderOf(Message message) {
        return rules.onArrival(message.envelope(), message.state()).folder();
    }

    @Test
    void newMailOfABlockedSenderGoesToJunk() {
        var mail = Desk.mail(1, Category.PERSONAL, "Bad@evil.example");
        assertThat(folderOf(mail)).isEqualTo(RawMail.INBOX);

        desk.store.entries().add(List.of(new Owned(7, 1, new LocalEntry.BlockedSender("bad@evil.example"))), Desk.NOW);
        desk.clock.forward(Duration.ofSeconds(2));

        assertThat(folderOf(mail)).isEqualTo(MailboxState.JUNK);
        assertThat(folderOf(Desk.mail(2, Category.PERSONAL, "good@evil.example")))
                .isEqualTo(RawMail.INBOX);
    }

    @Test
    void newMailOfAMutedListGoesToArchiveUnlessItsSourcePutItElsewhere() {
        desk.store.entries().add(List.of(new Owned(7, 1, new LocalEntry.MutedList("", "news@shop.example"))), Desk.NOW);
        var mail = Desk.mail(1, Category.NEWSLETTER, "news@shop.example");

        assertThat(folderOf(mail)).isEqualTo(MailboxState.ARCHIVE);
        assertThat(folderOf(mail.withState(mail.state().withFolder("Trash")))).isEqualTo("Trash");
    }

    @Test
    void entriesOfEveryKindComeBackAndGoWithTheirProposal() {
        var entries = List.<LocalEntry>of(
                new LocalEntry.CalendarEntry(
                        "Interview", Optional.of(Instant.parse("2026-07-01T10:00:00Z")), "BEGIN:VCALENDAR"),
                new LocalEntry.Task(
                        "Reply", Optional.of(LocalDate.parse("2026-07-02")), Optional.of("mailto:x@y.example")),
                new LocalEntry.BlockedSender("bad@evil.example"),
                new LocalEntry.MutedList("list.example", "news@shop.example"));
        var none = List.<LocalEntry>of(
                new LocalEntry.CalendarEntry("Some day", Optional.empty(), "BEGIN:VCALENDAR"),
                new LocalEntry.Task("Reply", Optional.empty(), Optional.empty()));
        desk.store
                .entries()
                .add(entries.stream().map(entry -> new Owned(7, 1, entry)).toList(), Desk.NOW);
        desk.store
                .entries()
                .add(none.stream().map(entry -> new Owned(8, 2, entry)).toList(), Desk.NOW);

        assertThat(desk.store.entries().all())
                .extracting(Owned::entry)
                .containsAll(entries)
                .containsAll(none);
        desk.store.entries().removeOf(List.of(7L));

        assertThat(desk.store.entries().all()).extracting(Owned::entry).containsExactlyElementsOf(none);
    }
}
