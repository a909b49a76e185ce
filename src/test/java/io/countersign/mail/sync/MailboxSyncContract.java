package io.countersign.mail.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.mail.sync.SyncResult.Failed;
import io.countersign.mail.sync.SyncResult.Read;
import io.countersign.mail.sync.SyncResult.Unchanged;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What following a mailbox promises, on both databases, with real files. */
abstract class MailboxSyncContract extends MailboxSyncFixture {
    @Test
    void whatWasImportedIsFollowedByItsAbsolutePath() throws IOException {
        var mbox = file("inbox.mbox", entry("1") + entry("2"));
        var maildir = maildir("md", "cur/3:2,S", "new/4");
        file("loose/5.eml", mail("5"));
        var loose = folder.resolve("loose");

        home.importByHand(folder.resolve("md/../inbox.mbox"), maildir, loose);

        assertThat(home.desk.all())
                .extracting(FollowedSource::path, FollowedSource::kind, FollowedSource::mails)
                .containsExactly(
                        tuple(mbox, SourceKind.MBOX, 2L),
                        tuple(loose, SourceKind.FOLDER, 1L),
                        tuple(maildir, SourceKind.MAILDIR, 2L));
        assertThat(home.desk.all()).allSatisfy(source -> {
            assertThat(source.firstRead()).contains(SyncHome.NOW);
            assertThat(source.lastRead()).contains(SyncHome.NOW);
            assertThat(source.trouble()).isEmpty();
        });
    }

    @Test
    void whatDoesNotGrowIsNotFollowed() throws IOException {
        var letter = file("letter.eml", mail("1"));
        var packed = folder.resolve("old.mbox.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(entry("2").getBytes(StandardCharsets.ISO_8859_1));
        }

        home.importByHand(letter, packed);

        assertThat(subjects()).containsExactlyInAnyOrder("1", "2");
        assertThat(home.desk.all()).isEmpty();
        assertThat(home.sync().outcomes()).isEmpty();
        for (var path : List.of(letter, packed, folder.resolve("absent"))) {
            assertThatThrownBy(() -> home.desk.follow(path)).isInstanceOf(CountersignException.Invalid.class);
        }
    }

    @Test
    void anImportThatFailsFollowsNothing() throws IOException {
        var mbox = file("inbox.mbox", entry("1"));

        assertThatThrownBy(() -> home.importByHand(mbox, folder.resolve("absent")))
                .isInstanceOf(CountersignException.Invalid.class);

        assertThat(home.desk.all()).isEmpty();
    }

    @Test
    void aMaildirGivesItsNewMailAndCostsNothingWhileItRests() throws IOException {
        var maildir = maildir("md", "cur/1:2,S", "new/2");
        home.importByHand(maildir);
        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(maildir));

        maildir("md", "new/3");
        maildir("md/.Work", "new/4");
        var read = (Read) home.sync().outcomes().getFirst();

        assertThat(read.result().read()).isEqualTo(2);
        assertThat(read.result().imported()).isEqualTo(2);
        assertThat(subjects()).containsExactly("1", "2", "3", "4");
        assertThat(home.all().getLast().state().folder()).isEqualTo("Work");
        assertThat(only().mails()).isEqualTo(4);
        assertThat(home.looks).hasSize(2);
        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(maildir));
    }

    @Test
    void mailThatIsGoneFromTheMailboxStaysHere() throws IOException {
        var maildir = maildir("md", "cur/1:2,S", "new/2", "new/3");
        home.importByHand(maildir);
        Files.delete(maildir.resolve("new/2"));
        Files.move(maildir.resolve("new/3"), maildir.resolve("cur/3:2,S"));

        assertThat(home.sync().total().read())
                .as("only the one that was renamed")
                .isEqualTo(1);
        assertThat(subjects()).containsExactly("1", "2", "3");
        assertThat(only().mails()).isEqualTo(2);
    }

    @Test
    void anMboxThatGrowsIsReadOnFromItsLastMail() throws IOException {
        var mbox = file("inbox.mbox", entry("1") + entry("2") + entry("3"));
        home.importByHand(mbox);

        append(mbox, entry("4"));
        var read = (Read) home.sync().outcomes().getFirst();
        assertThat(read.result().read())
                .as("the last known one and the new one")
                .isEqualTo(2);
        assertThat(read.result().imported()).isEqualTo(1);
        assertThat(only().mails()).isEqualTo(4);

        append(mbox, entry("5") + entry("6"));
        assertThat(home.sync().total().read()).isEqualTo(3);
        assertThat(subjects()).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(only().mails()).isEqualTo(6);
        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(mbox));
    }

    @Test
    void anMboxThatWasRewrittenIsReadAsAWhole() throws IOException {
        var mbox = file("inbox.mbox", entry("1") + entry("2") + entry("3"));
        home.importByHand(mbox);

        Files.writeString(mbox, entry("2") + entry("7") + entry("3") + entry("8"));
        assertThat(home.sync().total().read()).isEqualTo(4);
        Files.writeString(mbox, entry("9"));
        assertThat(home.imported()).isEqualTo(1);
        assertThat(subjects()).containsExactly("1", "2", "3", "7", "8", "9");
        assertThat(only().mails()).isEqualTo(1);
    }

    @Test
    void aMailThatIsStillBeingWrittenWaits() throws IOException {
        var mbox = file("inbox.mbox", entry("1"));
        home.importByHand(mbox);
        var whole = entry("2");
        append(mbox, whole.substring(0, whole.length() / 2));
        Files.setLastModifiedTime(mbox, FileTime.from(SyncHome.NOW.minusSeconds(1)));

        assertThat(home.imported()).isZero();
        append(mbox, whole.substring(whole.length() / 2));
        assertThat(home.imported()).isEqualTo(1);
        assertThat(home.contents()).anyMatch(content -> content.endsWith("body of 2\n"));
        assertThat(subjects()).containsExactly("1", "2");
        assertThat(only().mails()).isEqualTo(2);
    }

    @Test
    void anMboxWhoseMailWasAllFiledIsNoTrouble() throws IOException {
        var mbox = file("inbox.mbox", entry("1"));
        home.importByHand(mbox);
        Files.writeString(mbox, "");
        assertThat(home.sync().failed()).isEmpty();
        Files.writeString(mbox, entry("2"));
        assertThat(home.imported()).isEqualTo(1);
    }

    @Test
    void filesOfAFolderAreReadWhenTheyChange() throws IOException {
        file("loose/1.eml", mail("1"));
        var loose = folder.resolve("loose");
        file("loose/deep/Sent.mbox", entry("2") + entry("3"));
        file("loose/notes.md", "# no mail\n");
        home.importByHand(loose);
        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(loose));

        append(folder.resolve("loose/deep/Sent.mbox"), entry("4"));
        file("loose/5.eml", mail("5"));
        var total = home.sync().total();

        assertThat(List.of(total.read(), total.imported(), total.rejected())).containsExactly(3L, 2L, 0L);
        assertThat(home.all())
                .filteredOn(mail -> mail.state().folder().equals("Sent"))
                .hasSize(3);
        assertThat(only().mails()).isEqualTo(5);
    }

    @Test
    void aMailboxThatIsAwayIsSaidSoAndComesBackByItself() throws IOException {
        var disk = maildir("disk/md", "cur/1:2,S");
        var other = file("inbox.mbox", entry("9"));
        home.importByHand(disk, other);
        Files.move(folder.resolve("disk"), folder.resolve("unplugged"));
        append(other, entry("10"));

        var result = home.sync();
        assertThat(result.failed()).containsExactly(new Failed(disk, Trouble.MISSING));
        assertThat(result.reached()).isEqualTo(1);
        assertThat(result.total().imported()).isEqualTo(1);
        assertThat(home.desk.all().getFirst().trouble()).contains(Trouble.MISSING);

        Files.createDirectories(disk); // an empty place to mount it
        assertThat(home.sync().failed()).containsExactly(new Failed(disk, Trouble.EMPTY));

        Files.delete(disk);
        Files.delete(folder.resolve("disk"));
        Files.move(folder.resolve("unplugged"), folder.resolve("disk"));
        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(disk), new Unchanged(other));
        assertThat(home.desk.all().getFirst().trouble()).isEmpty();
        maildir("disk/md", "new/2");
        assertThat(home.imported()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadIsReadOnceItCan() throws IOException {
        var maildir = maildir("md", "cur/1:2,S");
        file("loose/2.eml", mail("2"));
        var loose = folder.resolve("loose");
        home.importByHand(maildir, loose);
        Files.createSymbolicLink(maildir.resolve("cur/3:2,S"), folder.resolve("later3"));
        Files.createSymbolicLink(loose.resolve("4.eml"), folder.resolve("later4"));
        Files.createSymbolicLink(loose.resolve("5.eml"), loose.resolve("5.eml"));

        var total = home.sync().total();
        assertThat(total.imported()).isZero();
        assertThat(total.rejected()).isEqualTo(1);

        file("later3", mail("3"));
        file("later4", mail("4"));
        assertThat(home.imported()).isEqualTo(2);
        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(loose), new Unchanged(maildir));
    }

    @Test
    void aMailboxThatMayNotBeReadIsSaidSo() throws IOException {
        var maildir = maildir("md", "cur/1:2,S");
        home.importByHand(maildir);
        Files.setPosixFilePermissions(maildir, PosixFilePermissions.fromString("---------"));
        try {
            org.junit.jupiter.api.Assumptions.assumeFalse(
                    Files.isReadable(maildir), "who runs this may read everything (root)");
            assertThat(home.sync().failed()).containsExactly(new Failed(maildir, Trouble.UNREADABLE));
        } finally {
            Files.setPosixFilePermissions(maildir, PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(home.sync().failed()).isEmpty();
    }

    @Test
    void aCancelledReadingIsTakenUpAgainAndThePoliciesSeeAllOfIt() throws IOException {
        var mbox = file("inbox.mbox", entry("0"));
        home.importByHand(mbox);
        long seen = home.all().getLast().id();
        var more = new StringBuilder();
        for (int i = 1; i <= 12_000; i++) {
            more.append(entry(Integer.toString(i)));
        }
        append(mbox, more.toString());

        assertThatThrownBy(() -> home.sync.run(Optional.empty(), new CancelOnceMoreIsStored(1)))
                .isInstanceOf(CancellationException.class);
        assertThat(home.messages.count()).isBetween(2L, 12_000L);
        assertThat(home.looks).hasSize(1);

        home.sync();
        assertThat(home.messages.count()).isEqualTo(12_001);
        assertThat(home.looks.getLast())
                .as("from the first that the cancelled one stored")
                .isEqualTo(seen + 1);
        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(mbox));
    }

    @Test
    void anImportThatGoesOnIsWaitedFor() throws Exception {
        var mbox = file("inbox.mbox", entry("1"));
        home.importByHand(mbox);
        append(mbox, entry("2"));
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var said = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var other = threads.submit(() -> home.byHand.importSource(
                    (_, _) -> {
                        inside.countDown();
                        await(leave);
                    },
                    Progress.none()));
            await(inside);
            var waiting = new CountDownLatch(1);
            var synced = threads.submit(() -> home.sync.run(Optional.empty(), new Progress() {
                @Override
                public void report(long done, long total, String message) {}

                @Override
                public void note(String line) {
                    said.set(line.contains("another import"));
                    waiting.countDown();
                }

                @Override
                public void checkCancelled() {}
            }));
            await(waiting);
            assertThat(synced.isDone()).isFalse();
            leave.countDown();
            assertThat(synced.get(30, TimeUnit.SECONDS).total().imported()).isEqualTo(1);
            assertThat(other.get(30, TimeUnit.SECONDS).imported()).isZero();
        }
        assertThat(said).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hostileNamesAreNamesLikeAnyOther() throws IOException {
        var name = "a\nb\u202Egnp.exe ' \" ; drop table \u00fc/" + "long".repeat(50) + "/" + "x".repeat(200);
        var maildir = maildir(name, "cur/1:2,S");
        home.importByHand(maildir);
        maildir(name, "new/2\n\u202E");

        assertThat(only().path()).isEqualTo(maildir);
        assertThat(home.imported()).isEqualTo(1);
        home.desk.forget(maildir);
        assertThat(home.desk.all()).isEmpty();
    }

    @Test
    void linksThatLoopAreReadOnce() throws IOException {
        var maildir = maildir("md", "cur/1:2,S");
        maildir("md/.Work", "cur/2:2,S");
        Files.createSymbolicLink(maildir.resolve(".Work/loop"), maildir);
        Files.createSymbolicLink(maildir.resolve("self"), maildir.resolve("self"));
        home.importByHand(maildir);

        assertThat(home.sync().outcomes()).containsExactly(new Unchanged(maildir));
        maildir("md", "new/3");
        assertThat(home.sync().total().read()).isEqualTo(1);
        assertThat(subjects()).containsExactly("1", "2", "3");
    }

    @Test
    void whatIsFollowedByHandIsReadTheNextTime() throws IOException {
        var maildir = maildir("md", "cur/1:2,S");
        var followed = home.desk.follow(maildir);
        assertThat(followed.firstRead()).isEmpty();
        assertThat(home.imported()).isEqualTo(1);
        assertThat(home.desk.follow(maildir).firstRead()).as("followed already").contains(SyncHome.NOW);
    }

    @Test
    void aForgottenMailboxIsLeftAloneUntilThatIsTakenBack() throws IOException {
        var maildir = maildir("md", "cur/1:2,S");
        home.importByHand(maildir);
        var before = only();
        var forgotten = home.desk.forget(maildir);
        maildir("md", "new/2");

        assertThat(home.sync().outcomes()).isEmpty();
        assertThatThrownBy(() -> home.desk.forget(maildir)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> home.sync.run(Optional.of(maildir), Progress.none()))
                .isInstanceOf(CountersignException.Invalid.class);

        home.desk.restore(forgotten);
        assertThat(only()).isEqualTo(before);
        assertThat(home.sync().total().read()).as("as far as it had been read").isEqualTo(1);
    }

    @Test
    void oneAloneCanBeRead() throws IOException {
        var one = file("one.mbox", entry("1"));
        var two = file("two.mbox", entry("2"));
        home.importByHand(one, two);
        append(one, entry("3"));
        append(two, entry("4"));

        assertThat(home.sync.run(Optional.of(two), Progress.none()).total().imported())
                .isEqualTo(1);
        assertThat(subjects()).containsExactly("1", "2", "4");
    }

    private final class CancelOnceMoreIsStored implements Progress {
        private final long known;

        CancelOnceMoreIsStored(long known) {
            this.known = known;
        }

        @Override
        public void report(long done, long total, String message) {}

        @Override
        public void checkCancelled() {
            if (home.messages.count() > known) {
                throw new CancellationException();
            }
        }
    }
}
