package io.countersign.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSourcesTest {
    private static final String FROM = "From a@b.example Thu Aug 22 12:36:23 2002\n";
    private static final String ONE = "Subject: one\n\nbody one\n";
    private static final String TWO = "Subject: two\n\nbody two\n";
    private static final String MBOX = FROM + ONE + "\n" + FROM + TWO + "\n";

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(ISO_8859_1));
    }

    private Path file(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Collected read(Path path) {
        return Collected.from(new MailSources().at(path));
    }

    private Collected mbox(String content) throws IOException {
        return read(file("m", content));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void anMboxIsSplitAtItsFromLines() throws IOException {
        var found = mbox(MBOX);
        assertThat(found.contents()).containsExactly(ONE, TWO);
        assertThat(found.mails).extracting(RawMail::position).containsExactly(0L, (long) (FROM + ONE + "\n").length());
        assertThat(found.mails.getFirst().deliveredAt()).contains(Instant.parse("2002-08-22T12:36:23Z"));
        assertThat(found.mails.getFirst().folder()).isEqualTo(RawMail.INBOX);
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void anMboxMayEndWithoutABlankLineAndHaveCrLf() throws IOException {
        assertThat(mbox(MBOX.stripTrailing()).contents()).containsExactly(ONE, TWO.stripTrailing());
        assertThat(mbox(MBOX.replace("\n", "\r\n")).contents())
                .containsExactly(ONE.replace("\n", "\r\n"), TWO.replace("\n", "\r\n"));
    }

    @Test
    void takeoutFromLinesAreUnderstood() throws IOException {
        var lines = new String[] {
            "From 1648646492132314660@xxx Mon Oct 28 14:10:16 +0000 2019",
            "X-Gmail-Labels: Sent,Starred",
            "Subject: s",
            "",
            "t",
            "",
            ""
        };
        var found = mbox(String.join("\r\n", lines));
        assertThat(found.mails).hasSize(1);
        assertThat(found.mails.getFirst().folder()).isEqualTo("Sent");
        assertThat(found.mails.getFirst().flags()).containsExactlyInAnyOrder(MailFlag.SEEN, MailFlag.FLAGGED);
        assertThat(found.mails.getFirst().deliveredAt()).contains(Instant.parse("2019-10-28T14:10:16Z"));
    }

    @Test
    void proseThatBeginsWithFromDoesNotSplit() throws IOException {
        var body = """
                Subject: s

                From here on, at 12:30 in May 2019 it rained.
                second line

                From me

                x
                From a@b.example Thu Aug 22 12:36:23 2002
                Subject: no blank line before
                """;
        var found = mbox(FROM + body + "\n" + FROM + TWO + "\n");
        assertThat(found.contents()).containsExactly(body, TWO);
    }

    @Test
    void quotedFromLinesLoseOneMark() throws IOException {
        var found = mbox(FROM + "Subject: s\n\n>From you\n>>From me\n> From others\n\n");
        assertThat(found.contents()).containsExactly("Subject: s\n\nFrom you\n>From me\n> From others\n");
    }

    @Test
    void aContentLengthThatIsRightIsBelieved() throws IOException {
        var body = "text\n\n" + FROM + "Subject: forwarded\n\n>From x\n";
        var head = "Subject: s\nContent-Length: " + body.length() + "\n\n";
        assertThat(mbox(FROM + head + body + "\n" + FROM + TWO + "\n").contents())
                .containsExactly(head + body, TWO);
        assertThat(mbox(FROM + head + body).contents()).containsExactly(head + body);
    }

    @Test
    void aContentLengthThatIsWrongIsNot() throws IOException {
        for (var length : new String[] {"3", "100000", "99999999999999999999", "-1", "x"}) {
            var mail = "Subject: s\nContent-Length: " + length + "\n\nsome body\n";
            assertThat(mbox(FROM + mail + "\n" + FROM + TWO + "\n").contents()).containsExactly(mail, TWO);
        }
    }

    @Test
    void aMailLargerThanTheLimitIsRejectedAndSkipped() throws IOException {
        var big = "Subject: big\n\n" + "0123456789\n".repeat(200_000);
        var path = file("m", FROM + ONE + "\n" + FROM + big + "\n" + FROM + TWO + "\n");
        var found = Collected.from(new MailSources(1_000_000).at(path));
        assertThat(found.contents()).containsExactly(ONE, TWO);
        assertThat(found.rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.position()).isEqualTo((FROM + ONE + "\n").length());
            assertThat(rejection.reason()).contains("larger than 1000000 bytes");
        });
        assertThat(found.mails.get(1).position()).isEqualTo((FROM + ONE + "\n" + FROM + big + "\n").length());
    }

    @Test
    void manyMailsKeepTheirOffsets() throws IOException {
        var all = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            all.append(FROM)
                    .append("Subject: ")
                    .append(i)
                    .append("\n\n")
                    .append("x".repeat(i))
                    .append("\n\n");
        }
        var found = mbox(all.toString());
        assertThat(found.mails).hasSize(5000);
        for (var mail : found.mails) {
            assertThat(all.substring((int) mail.position())).startsWith(FROM);
        }
        assertThat(found.contents().get(4999)).startsWith("Subject: 4999\n").endsWith("x\n");
    }

    @Test
    void aGzippedMboxIsReadAndATruncatedOneAsFarAsItGoes() throws IOException {
        var content = (MBOX + FROM + "Subject: three\n\n" + random(100_000)).getBytes(ISO_8859_1);
        var gz = gzip(content);
        assertThat(read(file("any-name", gz)).mails).hasSize(3);
        var found = read(file("cut", Arrays.copyOf(gz, gz.length / 2)));
        assertThat(found.contents()).startsWith(ONE, TWO);
        assertThat(found.rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).contains("truncated");
            assertThat(rejection.position()).isBetween(1000L, (long) content.length);
            assertThat(rejection.source()).endsWith("cut");
        });
    }

    private static String random(int length) {
        var random = new java.util.Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i % 70 == 69 ? '\n' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static byte[] zip(Object... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void aTakeoutArchiveIsReadThroughNestedFolders() throws IOException {
        var mbox = MBOX.getBytes(ISO_8859_1);
        var archive = zip(
                "Takeout/archive_browser.html", "<html>".getBytes(ISO_8859_1),
                "Takeout/Mail/All mail.mbox", mbox,
                "Takeout/Mail/deep/Sent.mbox", gzip(mbox),
                "Takeout/Mail/one.eml", ONE.getBytes(ISO_8859_1),
                "Takeout/Photos/cat.jpg", new byte[] {1, 2, 3});
        var path = file("takeout.zip", archive);
        var found = read(path);
        assertThat(found.contents()).containsExactly(ONE, TWO, ONE, TWO, ONE);
        assertThat(found.mails.getFirst().source()).isEqualTo(path + "!Takeout/Mail/All mail.mbox");
        assertThat(found.mails.get(2).folder()).isEqualTo("Sent");
        assertThat(found.rejections).extracting(Rejection::source).containsExactly(path + "!Takeout/Photos/cat.jpg");

        var cut = read(file("cut.zip", Arrays.copyOf(archive, archive.length / 2)));
        assertThat(cut.rejections).isNotEmpty();
    }

    @Test
    void aZipBombIsStopped() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            zip.putNextEntry(new ZipEntry("bomb.mbox"));
            zip.write(MBOX.getBytes(ISO_8859_1));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 1200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        var found = Collected.from(new MailSources(1 << 20).at(file("bomb.zip", out.toByteArray())));
        assertThat(found.contents()).startsWith(ONE);
        assertThat(found.rejections).anyMatch(rejection -> rejection.reason().contains("200 times"));
    }

    @Test
    void aMaildirTreeGivesFlagsFoldersAndTimes() throws IOException {
        file("cur/1035478339.27041_118.foo.org:2,FS", ONE);
        file("cur/1035478340.x;2,RT", ONE);
        file("cur/1035478341.x!2,D", ONE);
        file("new/1035478342.x", TWO);
        file("tmp/1035478343.x", TWO);
        file("dovecot-uidlist", "not a mail");
        file(".Work.Entw&APw-rfe/cur/1.x:2,S", ONE);
        file(".Work.Entw&APw-rfe/new/.keep", "");
        file("plain/deeper/new/x", TWO);
        file("plain/deeper/cur/empty", "");
        var found = read(folder);
        assertThat(found.mails)
                .extracting(RawMail::folder)
                .containsExactly("INBOX", "INBOX", "INBOX", "INBOX", "Work/Entwürfe", "plain/deeper");
        assertThat(found.mails.get(0).flags()).containsExactlyInAnyOrder(MailFlag.SEEN, MailFlag.FLAGGED);
        assertThat(found.mails.get(1).flags()).containsExactlyInAnyOrder(MailFlag.ANSWERED, MailFlag.TRASHED);
        assertThat(found.mails.get(2).flags()).containsExactly(MailFlag.DRAFT);
        assertThat(found.mails.get(3).flags()).isEmpty();
        assertThat(found.mails.get(0).deliveredAt()).contains(Instant.ofEpochSecond(1035478339L));
        assertThat(found.mails.get(5).deliveredAt()).isEmpty();
        assertThat(found.rejections).extracting(Rejection::reason).containsExactly("The mail is empty.");
    }

    @Test
    void aMailFileIsFoundByItsContent() throws IOException {
        assertThat(read(file("letter.txt", ONE)).contents()).containsExactly(ONE);
        assertThat(read(file("letter.gz", gzip(ONE.getBytes(ISO_8859_1)))).contents())
                .containsExactly(ONE);
        assertThat(read(file("quoted", ">" + FROM + ONE)).mails).hasSize(1);
        assertThat(read(file("fromline", FROM + ONE)).contents()).containsExactly(ONE);
        assertThat(read(file("broken.eml", "no header at all")).mails).hasSize(1);
    }

    @Test
    void aFolderIsReadInOrderAndWhatIsNoMailIsRejected() throws IOException {
        file("b/two.eml", TWO);
        file("a/one", ONE);
        file("c.mbox", MBOX);
        file("readme.md", "# Title\n\nFrom: nobody\n");
        file("settings.yaml", "key: value\nother: x\n");
        file("empty", "");
        var found = read(folder);
        assertThat(found.contents()).containsExactly(ONE, TWO, ONE, TWO);
        assertThat(found.rejections)
                .extracting(Rejection::reason)
                .containsExactly(
                        "The file is empty.",
                        "This is neither mail, an mbox nor a mail archive.",
                        "This is neither mail, an mbox nor a mail archive.");
    }

    @Test
    void linksThatLoopAreReadOnce() throws IOException {
        file("a/one.eml", ONE);
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("z"), folder.resolve("a"));
        assertThat(read(folder).contents()).containsExactly(ONE);
    }

    @Test
    void whatIsNotThereOrNotMailIsRefused() throws IOException {
        var sources = new MailSources();
        assertThatThrownBy(() -> sources.at(folder.resolve("missing")))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> sources.at(folder)).isInstanceOf(CountersignException.Invalid.class);
        var text = file("notes.txt", "buy milk\n");
        assertThatThrownBy(() -> sources.at(text)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> sources.at(folder)).isInstanceOf(CountersignException.Invalid.class);
        var empty = file("empty", "");
        assertThatThrownBy(() -> sources.at(empty)).hasMessageContaining("empty");
    }

    @Test
    void whatStandsBeforeTheFirstFromLineOfALaterReadIsRejected() throws IOException {
        var found =
                Collected.from(new io.countersign.mail.mbox.MboxSource(file("m", "junk\n\n" + MBOX), "INBOX", 1 << 20));
        assertThat(found.contents()).containsExactly(ONE, TWO);
        assertThat(found.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.position()).isZero());
    }

    @Test
    void readingStopsWhenCancelled() throws IOException {
        var path = file("m", MBOX.repeat(1000));
        var cancelled = new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };
        var found = new Collected();
        assertThatThrownBy(() -> new MailSources().at(path).read(found, cancelled))
                .isInstanceOf(CancellationException.class);
        assertThat(found.mails).hasSizeLessThan(300);
    }
}
