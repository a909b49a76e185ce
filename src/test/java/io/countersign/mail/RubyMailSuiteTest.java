package io.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Compares the mails of the Ruby mail library with what a person sees in them, written down in {@code ruby-mail.tsv}. */
class RubyMailSuiteTest {
    private static final Path SUITE = Path.of("../shared/mail/mime/ruby_mail/emails");

    @Test
    void subjectSenderAttachmentsAndTextAreRead() throws IOException {
        assumeTrue(Files.isDirectory(SUITE), "the shared mail collection is not here");
        var softly = new SoftAssertions();
        int rows = 0;
        for (var row :
                expectations().lines().filter(line -> !line.startsWith("#")).toList()) {
            var columns = row.split("\t", -1);
            var mail = new MailParser().parse(Files.readAllBytes(SUITE.resolve(columns[0])));
            var names =
                    mail.attachments().stream().map(ParsedMail.Attachment::name).collect(Collectors.joining("|"));
            softly.assertThat(mail.subject()).as(columns[0]).isEqualTo(columns[1]);
            softly.assertThat(mail.from().email()).as(columns[0]).isEqualTo(columns[2]);
            softly.assertThat(names).as(columns[0]).isEqualTo(columns[3]);
            softly.assertThat(firstLine(mail.text())).as(columns[0]).isEqualTo(columns[4]);
            rows++;
        }
        softly.assertAll();
        assertThat(rows).isGreaterThan(90);
    }

    private static String firstLine(String text) {
        var first = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        return first.substring(0, Math.min(60, first.length()));
    }

    private static String expectations() throws IOException {
        try (var in = RubyMailSuiteTest.class.getResourceAsStream("/mail/ruby-mail.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
