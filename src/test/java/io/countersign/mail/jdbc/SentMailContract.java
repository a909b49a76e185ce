package io.countersign.mail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Address;
import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.mail.SentMail;
import io.countersign.mail.TestMail;
import io.countersign.shared.db.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom the person wrote to, on both databases. */
abstract class SentMailContract {
    private final Database database = open();

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sentIsWhatLiesInAFolderForItOrComesFromTheAccount() {
        var mails = List.of(
                mail(1, "INBOX", "local", "ann@example.org", "not@example.org"),
                mail(2, "Sent", "local", "me@example.org", "Bob@Example.org", "carla@example.org"),
                mail(3, "[Gmail]/Sent Mail", "local", "me@example.org", "dora@example.org"),
                mail(4, "INBOX.Gesendet", "local", "me@example.org", "emil@example.org"),
                mail(5, "Archive", "me@example.org", "ME@example.org", "fritz@example.org"),
                mail(6, "Presents", "me@example.org", "ann@example.org", "not@example.org"),
                mail(7, "INBOX", "local", "local", "not@example.org"));
        new JdbcMailStore(database).insert(mails.stream().map(TestMail::stored).toList());

        assertThat(new JdbcSentMail(database).recipients())
                .containsExactlyInAnyOrder(
                        "bob@example.org",
                        "carla@example.org",
                        "dora@example.org",
                        "emil@example.org",
                        "fritz@example.org");
        assertThat(mails.stream().filter(SentMail::isSent).map(Message::id)).containsExactly(2L, 3L, 4L, 5L);
    }

    private static Message mail(long id, String folder, String account, String from, String... to) {
        var envelope = new Envelope(
                "m" + id,
                account,
                new Address("", from),
                Arrays.stream(to).map(one -> new Address("", one)).toList(),
                Optional.empty(),
                "subject",
                TestMail.NOON,
                "",
                false,
                false,
                1);
        var any = TestMail.message(id);
        return new Message(id, id, 0, envelope, any.state().withFolder(folder), any.understanding());
    }
}
