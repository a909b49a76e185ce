package io.countersign.ats.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.ApplicationId;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.Provenance;
import io.countersign.mail.Address;
import io.countersign.mail.MailParser;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Drafts as files and links: what mail programs read is what was written, and nothing breaks out of its field. */
class DraftFileTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC);

    private static FollowUpDraft draft(String to, String subject, String body) {
        return new FollowUpDraft(
                new ApplicationId(Provenance.MAIL, 1), FollowUpDraft.Kind.FIRST, to, subject, body, false);
    }

    private static String written(FollowUpDraft draft, Optional<DraftThread> thread) {
        return new String(DraftFile.of(draft, Address.NONE, thread, NOW), StandardCharsets.ISO_8859_1);
    }

    @Test
    void nothingBreaksOutOfAHeader() {
        var hostile = "x@y.example\r\nBcc: evil@y.example";
        var text = written(
                draft(hostile, hostile, "Hi"),
                Optional.of(new DraftThread(hostile, List.of("a b", "<x>", "good@x.example"))));
        assertThat(text.lines().map(line -> line.split(":", 2)[0]))
                .doesNotContain("Bcc", "To")
                .contains("X-Unsent", "Subject", "In-Reply-To");
        assertThat(text).contains("References: <good@x.example>\r\n");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var random = new Random(11);
        var pieces = new String[] {
            "a", " ", "ü", "🙂", "\n", "=", ".", "From ", "日本", "word word word word", "\t", "é".repeat(90)
        };
        for (int i = 0; i < 300; i++) {
            var body = new StringBuilder("x");
            var subject = new StringBuilder("s");
            for (int k = random.nextInt(40); k > 0; k--) {
                body.append(pieces[random.nextInt(pieces.length)]);
                subject.append(
                        pieces[random.nextInt(pieces.length)].replace("\n", "").replace("\t", ""));
            }
            var line = io.countersign.shared.text.OneLine.of(subject.toString());
            var bytes = DraftFile.of(draft("me@x.example", line, body.toString()), Address.NONE, Optional.empty(), NOW);

            var mail = new MailParser().parse(bytes);

            assertThat(mail.subject()).isEqualTo(line);
            assertThat(mail.text().replace("\r\n", "\n").stripTrailing())
                    .isEqualTo(body.toString().stripTrailing());
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1).lines()).allMatch(one -> one.length() <= 998);
        }
    }

    @Test
    void aLinkIsEncodedAndBounded() {
        assertThat(DraftLink.of(draft("a+b@x.example", "Re: A & B?", "Hi Jané,\n\n100 % = #1\n"))
                        .orElseThrow())
                .hasToString("mailto:a%2Bb@x.example?subject=Re%3A%20A%20%26%20B%3F"
                        + "&body=Hi%20Jan%C3%A9%2C%0D%0A%0D%0A100%20%25%20%3D%20%231");
        assertThat(DraftLink.of(draft("", "s", "b")).orElseThrow()).hasToString("mailto:?subject=s&body=b");
        assertThat(DraftLink.of(draft("x@y.example?bcc=z@y.example", "s", "b"))
                        .orElseThrow()
                        .toString())
                .doesNotContain("bcc=");
        assertThat(DraftLink.of(draft("", "s", "b".repeat(2_000)))).isEmpty();
    }
}
