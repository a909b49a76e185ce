package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reads the whole shared collection, and damaged copies of it. */
class SharedMailTest {
    private static final Path SHARED = Path.of("../shared/mail");
    private static final int MUTATIONS = 3000;

    private final MailParser parser = new MailParser();

    @Test
    void everyMailIsReadAndMostAreSound() {
        assumeTrue(Files.isDirectory(SHARED), "the shared mail collection is not here");
        var defects = new TreeMap<String, Integer>();
        int mails = 0;
        for (var name : new String[] {"takeout-2019.mbox.gz", "mailing-list", "spam-corpus", "enron", "large"}) {
            var found = Collected.from(new MailSources().at(SHARED.resolve(name)));
            assertThat(found.rejections).isEmpty();
            for (var mail : found.mails) {
                var parsed = parser.parse(mail.content());
                check(parsed);
                parsed.defects().forEach(defect -> defects.merge(defect, 1, Integer::sum));
                mails++;
            }
        }
        int all = defects.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(mails + " mails, " + all + " defects: " + defects);
        assertThat(mails).isEqualTo(448 + 5591 + 3064 + 818 + 40);
        assertThat(all).isLessThan(mails / 20);
    }

    @Test
    void everyFileOfTheBrokenMimeSuitesIsReadOrRejectedWithAReason() {
        assumeTrue(Files.isDirectory(SHARED), "the shared mail collection is not here");
        var found = Collected.from(new MailSources().at(SHARED.resolve("mime")));
        found.mails.forEach(mail -> check(parser.parse(mail.content())));
        assertThat(found.mails).hasSizeGreaterThan(280);
        assertThat(found.rejections)
                .allSatisfy(rejection -> assertThat(rejection.reason()).endsWith("."));
        assertThat(found.rejections).extracting(Rejection::source).noneMatch(source -> source.endsWith(".eml"));
    }

    @Test
    void damagedMailNeverThrows() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "the shared mail collection is not here");
        var random = new Random(42);
        var fixtures = fixtures();
        for (int i = 0; i < MUTATIONS; i++) {
            check(parser.parse(mutate(fixtures.get(random.nextInt(fixtures.size())), random)));
        }
    }

    private static List<byte[]> fixtures() throws IOException {
        var fixtures = new ArrayList<byte[]>();
        try (var files = Files.walk(SHARED.resolve("mime"))) {
            for (var file : files.filter(file -> file.toString().matches(".*\\.(eml|msg)"))
                    .sorted()
                    .toList()) {
                if (Files.size(file) < 50_000) {
                    fixtures.add(Files.readAllBytes(file));
                }
            }
        }
        return fixtures;
    }

    private static byte[] mutate(byte[] original, Random random) {
        var bytes = original.clone();
        if (bytes.length < 2) {
            return bytes;
        }
        for (int n = random.nextInt(30); n >= 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\0\r\n=?;:\"<>-(),@*%".charAt(random.nextInt(17));
                case 2 -> {
                    int length = Math.min(random.nextInt(80), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
                default -> bytes = random.nextInt(20) > 0 ? bytes : java.util.Arrays.copyOf(bytes, at + 1);
            }
        }
        return bytes;
    }

    private static void check(ParsedMail mail) {
        assertClean(mail.text());
        assertClean(mail.subject());
        assertClean(mail.messageId());
        assertClean(mail.from().toString());
        mail.html().ifPresent(SharedMailTest::assertClean);
        mail.calendar().ifPresent(SharedMailTest::assertClean);
        mail.headers().forEach(header -> assertClean(header.name() + header.content()));
        mail.to().forEach(address -> assertClean(address.toString()));
        mail.attachments().forEach(attachment -> assertClean(attachment.name() + attachment.mediaType()));
        mail.defects().forEach(SharedMailTest::assertClean);
    }

    /** Encodable means: no unpaired surrogates. */
    private static void assertClean(String text) {
        assertThat(text.indexOf('\0')).isNegative();
        assertThat(java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .isTrue();
    }
}
