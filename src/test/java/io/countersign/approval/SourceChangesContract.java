package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.jdbc.JdbcSourceHistory;
import io.countersign.insight.Behind;
import io.countersign.insight.jdbc.JdbcBehindMails;
import io.countersign.mail.ArrivalRules;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailParser;
import io.countersign.mail.MailSource;
import io.countersign.mail.MailSources;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.SourceOpener;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done to mail elsewhere, as reading a Maildir again tells it. */
abstract class SourceChangesContract extends DeskContract {
    @TempDir
    Path folder;

    @BeforeEach
    void writeMailbox() throws IOException {
        for (var name : List.of("md", "md/.Archive", "md/.Shops", "other", "other/.Archive")) {
            for (var part : List.of("cur", "new", "tmp")) {
                Files.createDirectories(folder.resolve(name).resolve(part));
            }
        }
        write("md/cur/1.a.b:2,", 1);
        write("md/cur/2.a.b:2,", 2);
        write("md/cur/3.a.b:2,", 3);
    }

    @Test
    void mailThatWasArchivedThereIsArchivedHereAndWasMissed() throws IOException {
        var policy = policy("2", new Action.Archive());
        read("md");
        desk.propose();
        desk.approvals.approve(desk.pendingIds(), Progress.none());
        move("md/cur/1.a.b:2,", "md/.Archive/cur/1.a.b:2,S");
        read("md");
        assertThat(mail(1).state().folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(mail(1).state().unread()).isFalse();
        assertThat(mail(2).state().folder()).isEqualTo(MailboxState.ARCHIVE); // approved here, still in the inbox there
        assertThat(mail(3).state().folder()).isEqualTo(Desk.inbox());
        assertThat(missed(policy)).containsExactly(mail(1).id());
        assertThat(desk.approvals.auditOf(mail(1).id()))
                .extracting(AuditEntry::event)
                .containsExactly("by_hand");
        read("md");
        assertThat(missed(policy)).containsExactly(mail(1).id());
        assertThat(desk.approvals.auditOf(mail(1).id())).hasSize(1);
    }

    @Test
    void mailThatWasProposedForIsNotMissed() throws IOException {
        var policy = policy("1", new Action.MoveToFolder("Shops"));
        read("md");
        desk.propose();
        desk.approvals.reject(desk.pendingIds(), Progress.none());
        move("md/cur/1.a.b:2,", "md/.Shops/cur/1.a.b:2,");
        read("md");
        assertThat(mail(1).state().folder()).isEqualTo("Shops");
        assertThat(missed(policy)).isEmpty();
    }

    @Test
    void flagsAreTakenOverAndWhatWasDoneHereStays() throws IOException {
        policy("1", new Action.MoveToFolder("Mine"));
        read("md");
        desk.propose();
        desk.approvals.approve(desk.pendingIds(), Progress.none());
        move("md/cur/1.a.b:2,", "md/cur/1.a.b:2,FRS");
        read("md");
        var state = mail(1).state();
        assertThat(state.folder()).isEqualTo("Mine");
        assertThat(List.of(state.starred(), state.answered(), state.unread())).containsExactly(true, true, false);
        desk.approvals.undo(java.util.OptionalLong.empty(), Progress.none());
        assertThat(mail(1).state().folder()).isEqualTo(Desk.inbox());
    }

    @Test
    void anotherSourceAndACopyInAnotherFolderTellNothing() throws IOException {
        write("md/.Archive/cur/9.a.b:2,", 1);
        read("md");
        var first = mail(1).state();
        read("md");
        assertThat(mail(1).state()).isEqualTo(first);
        write("other/.Archive/cur/2.a.b:2,", 2);
        write("other/cur/8.a.b:2,", 8);
        read("other");
        assertThat(mail(2).state().folder()).isEqualTo(Desk.inbox());
    }

    @Test
    void mailWhoseFolderWasNotReadAgainStaysWhereItIs() throws IOException {
        read("md");
        move("md/cur/1.a.b:2,", "md/.Archive/cur/1.a.b:2,");
        Files.delete(folder.resolve("md/cur/2.a.b:2,"));
        Files.delete(folder.resolve("md/cur/3.a.b:2,"));
        read("md");
        assertThat(mail(1).state().folder()).isEqualTo(Desk.inbox());
    }

    @Test
    void whereOnlyWhatIsNewIsReadFlagsAreTakenOverAndNothingMoves() throws IOException {
        read("md");
        move("md/cur/1.a.b:2,", "md/cur/1.a.b:2,S");
        move("md/cur/2.a.b:2,", "md/.Archive/cur/2.a.b:2,S");
        read("md", path -> partial(new MailSources().at(path)));
        assertThat(mail(1).state().unread()).isFalse();
        assertThat(mail(2).state().folder()).isEqualTo(Desk.inbox());
        assertThat(mail(2).state().unread()).isTrue();
        read("md");
        assertThat(mail(2).state().folder()).as("told by the whole source").isEqualTo(MailboxState.ARCHIVE);
    }

    private static MailSource partial(MailSource source) {
        return new MailSource() {
            @Override
            public void read(Sink sink, Progress progress) {
                source.read(sink, progress);
            }

            @Override
            public boolean isPartial() {
                return true;
            }
        };
    }

    private Policy policy(String id, Action action) {
        return desk.policy("Policy", 100, "{\"eq\":[\"subject\",\"subject " + id + "\"]}", action);
    }

    private void read(String source) {
        read(source, new MailSources()::at);
    }

    private void read(String source, SourceOpener opener) {
        var workspace = new Workspace(Desk.USER, desk.clock, desk.database, desk.messages, desk.policies);
        var known = new SourceChanges(workspace, desk.store, new JdbcSourceHistory(desk.database, Desk.USER));
        try (var raws = new SegmentRawMailStore(folder.resolve("mail"))) {
            new ImportService(
                            new ImportService.Storage(desk.database, new JdbcMailStore(desk.database), raws, known),
                            new MailParser(),
                            List.of(),
                            ArrivalRules.none(),
                            desk.clock)
                    .run(List.of(folder.resolve(source)), opener, "local", Progress.none());
        }
    }

    private Message mail(int number) {
        return desk.messages.findByMessageId("m" + number + "@x").orElseThrow();
    }

    private List<Long> missed(Policy policy) {
        return new JdbcBehindMails(desk.database, desk.clock.getZone())
                .ids(Desk.USER, new Behind.Missed(policy.id()), Instant.EPOCH, 100);
    }

    private void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    private void write(String file, int number) throws IOException {
        Files.writeString(folder.resolve(file), """
                Message-ID: <m%1$d@x>
                From: News <news@shop.example>
                To: me@example.org
                Subject: subject %1$d
                Date: Thu, 1 Jan 2026 10:00:00 +0000

                body of %1$d
                """.formatted(number));
    }
}
