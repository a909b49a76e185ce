package io.countersign.mail.jdbc;

import static io.countersign.mail.TestMail.NOON;
import static io.countersign.mail.jdbc.ImportHome.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.mail.ArrivalRules;
import io.countersign.mail.Category;
import io.countersign.mail.DetectorLog;
import io.countersign.mail.DetectorUpgrade;
import io.countersign.mail.ImportResult;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.RescanService;
import io.countersign.mail.Understanding;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an import promises, on both databases. */
abstract class ImportContract {
    private static final MailEnricher RECEIPTS = (_, soFar) -> new Understanding(
            Category.RECEIPT,
            0.9,
            List.of(),
            0,
            List.of(),
            soFar.expiresAt(),
            Optional.empty(),
            soFar.ats(),
            soFar.receipts());

    private final Path folder;
    private final ImportHome home;

    ImportContract(Path folder, ImportHome home) {
        this.folder = folder;
        this.home = home;
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void newMailIsStoredWithItsRawBytes() {
        var result = home.run(home.mbox(mail("a@x", "one", ""), mail("b@x", "two", "")));

        assertThat(counts(result)).containsExactly(2, 2, 0, 0);
        assertThat(home.all())
                .extracting(message -> message.envelope().subject())
                .containsExactly("one", "two");
        var first = home.only();
        assertThat(result.firstNewId()).hasValue(first.id());
        assertThat(new String(home.reader.raw(first.id()).orElseThrow(), StandardCharsets.UTF_8))
                .contains("body of a@x");
        assertThat(home.reader.read(first.id()).orElseThrow().text()).contains("body of a@x");
        assertThat(home.reader.raw(999_999)).isEmpty();
    }

    @Test
    void importingAgainChangesNothing() {
        var mbox = home.mbox(mail("a@x", "one", ""), mail("b@x", "two", "Status: RO\n"));
        home.run(mbox);
        var message = home.only();
        home.messages.updateStates(List.of(message.withState(message.state().withFolder(MailboxState.ARCHIVE))));
        var before = home.all();

        var again = home.run(mbox, home.mbox(mail("a@x", "one", "X-Gmail-Labels: Inbox,Work\n")));

        assertThat(counts(again)).containsExactly(3, 0, 3, 0);
        assertThat(again.firstNewId()).isEmpty();
        assertThat(home.all()).isEqualTo(before);
    }

    @Test
    void theSameMailTwiceInOneImportIsStoredOnce() {
        var mail = mail("a@x", "one", "");

        assertThat(counts(home.run(home.mbox(mail, mail), home.mbox(mail)))).containsExactly(3, 1, 2, 0);
    }

    @Test
    void differentMailsWithOneMessageIdAreBothKept() {
        home.run(home.mbox(mail("a@x", "one", ""), mail("a@x", "another", "")));

        assertThat(home.all())
                .extracting(message -> message.envelope().messageId())
                .containsExactly("a@x", "a@x");
    }

    @Test
    void flagsOfAMaildirBecomeState() throws IOException {
        var cur = Files.createDirectories(folder.resolve("md/cur"));
        Files.createDirectories(folder.resolve("md/new"));
        Files.createDirectories(folder.resolve("md/tmp"));
        Files.writeString(cur.resolve("1.a.b:2,FRS"), mail("a@x", "one", ""));
        Files.writeString(cur.resolve("2.a.b:2,"), mail("b@x", "two", ""));

        home.run(folder.resolve("md"));

        var known = home.messages.findByMessageId("a@x").orElseThrow().state();
        var other = home.messages.findByMessageId("b@x").orElseThrow().state();
        assertThat(List.of(known.unread(), known.starred(), known.answered())).containsExactly(false, true, true);
        assertThat(List.of(other.unread(), other.starred(), other.answered())).containsExactly(true, false, false);
    }

    @Test
    void labelsOfAMailServiceBecomeStateAndFolder() {
        home.run(home.mbox(
                mail("a@x", "s", "X-Gmail-Labels: Inbox,Unread,Work\n"),
                mail("b@x", "s", "X-Gmail-Labels: Archived,Starred\n"),
                mail("c@x", "s", "X-Gmail-Labels: Spam,Unread\n"),
                mail("d@x", "s", "X-Gmail-Labels: Papierkorb,Ungelesen\n")));

        assertThat(home.all())
                .extracting(message -> message.state().folder())
                .containsExactly("INBOX", "Archive", "Junk", "Trash");
        assertThat(home.all()).extracting(message -> message.state().unread()).containsExactly(true, false, true, true);
        assertThat(home.all())
                .extracting(message -> message.state().starred())
                .containsExactly(false, true, false, false);
        assertThat(home.only().state().labels()).containsExactly("Inbox", "Unread", "Work");
    }

    @Test
    void whatADateLeavesOpenIsFilledIn() {
        home.run(home.mbox(
                "From: a@x\nSubject: no id, date of 1970\nDate: Thu, 1 Jan 1970 10:00:00 +0000\n\nbody\n",
                mail("b@x", "s", "")));

        var mail = home.only();
        assertThat(mail.envelope().receivedAt()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(mail.envelope().messageId()).endsWith("@generated.invalid");
        assertThat(home.defects(mail.id())).contains("The date ");
        assertThat(home.all().getLast().envelope().receivedAt()).isEqualTo("2026-01-01T10:00:00Z");
    }

    @Test
    void aDetectorThatFailsIsADefectOfTheMailOnly() {
        MailEnricher broken = (_, _) -> {
            throw new IllegalStateException("on purpose");
        };

        var result = home.service(List.of(broken, RECEIPTS), ArrivalRules.none())
                .run(List.of(home.mbox(mail("a@x", "one", ""))), "local", Progress.none());

        assertThat(counts(result)).containsExactly(1, 1, 0, 0);
        assertThat(home.only().understanding().category()).isEqualTo(Category.RECEIPT);
        assertThat(home.defects(home.only().id())).contains("failed (IllegalStateException)");
    }

    @Test
    void earlierDecisionsPlaceNewMail() {
        home.service(
                        List.of(),
                        (envelope, state) -> envelope.senderDomain().equals("example.org")
                                ? state.withFolder(MailboxState.JUNK)
                                : state)
                .run(List.of(home.mbox(mail("a@x", "one", ""))), "me@example.org", Progress.none());

        assertThat(home.only().state().folder()).isEqualTo(MailboxState.JUNK);
        assertThat(home.only().envelope().account()).isEqualTo("me@example.org");
    }

    @Test
    void aCancelledImportKeepsWhatWasStored() {
        var mbox = home.mbox(IntStream.range(0, 20_000)
                .mapToObj(i -> mail("m" + i + "@x", "s", ""))
                .toArray(String[]::new));
        var progress = new CancelOnceSomethingIsStored();

        assertThatThrownBy(() -> home.service(List.of(), ArrivalRules.none()).run(List.of(mbox), "local", progress))
                .isInstanceOf(CancellationException.class);

        long kept = home.messages.count();
        assertThat(kept).isBetween(1L, 19_999L);
        assertThat(counts(home.run(mbox))).containsExactly(20_000, (int) (20_000 - kept), (int) kept, 0);
    }

    @Test
    void aMissingPathIsRefusedBeforeAnythingIsImported() {
        assertThatThrownBy(() -> home.run(home.mbox(mail("a@x", "one", "")), folder.resolve("absent")))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("absent");

        assertThat(home.messages.count()).isZero();
    }

    @Test
    void hostileMailIsStoredAsFarAsItCanBeRead() {
        var huge = mail("huge@x", "attachment of 60 MB", """
                Content-Type: application/pdf; name=a.pdf
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename=a.pdf
                """);
        var attachment = Base64.getMimeEncoder().encodeToString(new byte[60_000_000]);
        var result =
                home.run(home.mbox(mail("nul@x", "a\0b", "").replace("body of", "bo\0dy"), huge + attachment, """
                Content-Type: multipart/mixed; boundary=xx
                Subject: cut

                --xx
                Content-Type: text/plain

                cut o"""));

        assertThat(result.imported()).isEqualTo(3);
        assertThat(home.all())
                .extracting(message -> message.envelope().subject())
                .containsExactly("ab", "attachment of 60 MB", "cut");
        var large = home.all().get(1);
        assertThat(large.envelope().hasAttachment()).isTrue();
        assertThat(home.reader.raw(large.id()).orElseThrow())
                .hasSize((int) large.envelope().size());
    }

    @Test
    void aRescanReplacesWhatOlderDetectorsFound() {
        home.run(home.mbox(mail("a@x", "one", ""), mail("b@x", "two", "")));

        var result = new RescanService(home.messages, home.mails, home.raws, new MailParser(), List.of(RECEIPTS))
                .run(Progress.none());

        assertThat(result.examined()).isEqualTo(2);
        assertThat(result.unreadable()).isZero();
        assertThat(home.all())
                .extracting(message -> message.understanding().category())
                .containsOnly(Category.RECEIPT);
        assertThat(home.all()).extracting(Message::version).containsOnly(1);
    }

    @Test
    void newDetectorsLookAtAllMailOnceAndACancelledLookIsDueAgain() {
        var log = new JdbcDetectorLog(home.database, Clock.fixed(NOON, ZoneOffset.UTC));
        assertThat(upgrade(log, "1").isDue()).as("no mail").isFalse();
        home.run(home.mbox(mail("a@x", "one", "")));
        assertThat(upgrade(log, "1").isDue()).isFalse();

        var next = upgrade(log, "2");
        assertThat(next.isDue()).isTrue();
        assertThatThrownBy(() -> next.run(new CancelOnceSomethingIsStored())).isInstanceOf(CancellationException.class);
        assertThat(next.isDue()).isTrue();

        assertThat(next.run(Progress.none()).examined()).isEqualTo(1);
        assertThat(next.isDue()).isFalse();
        assertThat(home.only().understanding().category()).isEqualTo(Category.RECEIPT);
    }

    private DetectorUpgrade upgrade(DetectorLog log, String version) {
        var rescans = new RescanService(home.messages, home.mails, home.raws, new MailParser(), List.of(RECEIPTS));
        return new DetectorUpgrade(rescans, home.messages, log, version);
    }

    @Test
    void aThreadIsMergedWhenItsMissingLinkArrives() {
        home.run(home.mbox(mail("a@x", "s", ""), mail("other@x", "else", "")));
        home.run(home.mbox(mail("c@x", "answer", "In-Reply-To: <b@x>\n")));
        home.run(home.mbox(mail("b@x", "question", "In-Reply-To: <a@x>\n")));

        long first = home.only().id();
        assertThat(home.all())
                .extracting(Message::threadId)
                .containsExactly(first, home.all().get(1).id(), first, first);
    }

    static List<Integer> counts(ImportResult result) {
        return List.of(
                (int) result.read(), (int) result.imported(), (int) result.duplicates(), (int) result.rejected());
    }

    private final class CancelOnceSomethingIsStored implements Progress {
        @Override
        public void report(long done, long total, String message) {}

        @Override
        public void checkCancelled() {
            if (home.messages.count() > 0) {
                throw new CancellationException();
            }
        }
    }
}
