package io.countersign.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailIdentityTest {
    private static final String MAIL = "Subject: s\nMessage-ID: <1@x>\n\nHello\n\nFrom here on\n";

    private static UUID of(String content) {
        return MailIdentity.of("me", content.getBytes(UTF_8));
    }

    @Test
    void containersMakeNoDifference() {
        var identity = of(MAIL);
        assertThat(of(MAIL.replace("\n", "\r\n"))).isEqualTo(identity);
        assertThat(of(MAIL + "\n\n")).isEqualTo(identity);
        assertThat(of(MAIL.stripTrailing())).isEqualTo(identity);
        assertThat(of(MAIL.replace("\nFrom here", "\n>From here"))).isEqualTo(identity);
        assertThat(of(MAIL.replace("\nFrom here", "\n>>From here"))).isEqualTo(identity);
        assertThat(of("From a@b Mon Jan  1 00:00:00 2001\n" + MAIL)).isEqualTo(identity);
        assertThat(of("X-GM-THRID: 12\nX-Gmail-Labels: a,\n b\nStatus: RO\nX-Status: A\n" + MAIL))
                .isEqualTo(identity);
        assertThat(of(MAIL.replace("\n\nHello", "\nContent-Length: 9\nLines: 3\nX-Keywords: \n\nHello")))
                .isEqualTo(identity);
    }

    @Test
    void otherMailIsDifferent() {
        var identity = of(MAIL);
        assertThat(of(MAIL.replace("Hello", "Hullo"))).isNotEqualTo(identity);
        assertThat(of(MAIL.replace("Subject: s", "Subject: t"))).isNotEqualTo(identity);
        assertThat(of(MAIL.replace("Hello\n\n", "Hello\n"))).isNotEqualTo(identity);
        assertThat(of(MAIL + "Status: RO")).isNotEqualTo(identity);
        assertThat(MailIdentity.of("you", MAIL.getBytes(UTF_8))).isNotEqualTo(identity);
    }

    @Test
    void longLinesAndEmptyMailsWork() {
        assertThat(of("a: b\n\n" + "x".repeat(100_000))).isEqualTo(of("a: b\r\n\r\n" + "x".repeat(100_000) + "\r\n"));
        assertThat(of("")).isEqualTo(of(""));
    }
}
