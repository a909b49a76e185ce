package io.countersign.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class GmailLabelsTest {
    private static byte[] mail(String labels) {
        return ("X-Gmail-Labels: " + labels + "\nSubject: x\n\ny").getBytes(UTF_8);
    }

    @Test
    void labelsAreSplitAndDecoded() {
        assertThat(GmailLabels.of(new MailParser().parse(mail("Inbox,\"a, b\", =?UTF-8?Q?B=C3=BCro?=,Inbox,,"))))
                .containsExactly("Inbox", "a, b", "Büro");
        assertThat(GmailLabels.of(
                        new MailParser().parse(mail("=?UTF-8?Q?Posteingang,Ge=C3=B6ffnet?=\n =?UTF-8?Q?,Jobs?="))))
                .containsExactly("Posteingang", "Geöffnet", "Jobs");
    }

    @Test
    void labelsImplyFlagsAndFolder() {
        assertThat(marks("Inbox,Unread")).isEqualTo(new SourceMarks(Set.of(), "INBOX"));
        assertThat(marks("Archived,Starred,Opened"))
                .isEqualTo(new SourceMarks(Set.of(MailFlag.SEEN, MailFlag.FLAGGED), "Archive"));
        assertThat(marks("Sent")).isEqualTo(new SourceMarks(Set.of(MailFlag.SEEN), "Sent"));
        assertThat(marks("Spam,Unread")).isEqualTo(new SourceMarks(Set.of(), "Junk"));
        assertThat(marks("Trash,Inbox")).isEqualTo(new SourceMarks(Set.of(MailFlag.SEEN, MailFlag.TRASHED), "Trash"));
        assertThat(marks("Papierkorb,Ungelesen")).isEqualTo(new SourceMarks(Set.of(MailFlag.TRASHED), "Trash"));
    }

    private static SourceMarks marks(String labels) {
        return SourceMarks.of(mail(labels), "INBOX", Set.of());
    }

    @Test
    void mboxStatusFieldsImplyFlags() {
        var content = "Status: RO\nX-Status: AF\nX-Mozilla-Status: 0004\n\nStatus: D".getBytes(UTF_8);
        assertThat(SourceMarks.of(content, "Sent", Set.of()))
                .isEqualTo(new SourceMarks(Set.of(MailFlag.SEEN, MailFlag.ANSWERED, MailFlag.FLAGGED), "Sent"));
    }
}
