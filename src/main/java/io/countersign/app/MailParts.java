package io.countersign.app;

import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.MailStore;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.RawMailCheck;
import io.countersign.mail.RawMailStore;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcRawMailStore;
import io.countersign.money.pdf.GuardedPdfText;
import io.countersign.search.TextsAtHand;
import io.countersign.shared.db.Database;
import java.time.Duration;

/** Stored mail, and what reads it. */
record MailParts(
        MessageRepository messages,
        MailStore mails,
        RawMailStore raws,
        MailReader reader,
        GuardedPdfText pdfs,
        TextsAtHand atHand)
        implements AutoCloseable {
    private static final Duration PDF_TIME = Duration.ofSeconds(5);

    static MailParts of(Home home, Database database) {
        var raws = database.isEmbedded() ? new SegmentRawMailStore(home.mail()) : new JdbcRawMailStore(database);
        var mails = new JdbcMailStore(database);
        return new MailParts(
                new JdbcMessageRepository(database),
                mails,
                raws,
                new StoredMailReader(mails, raws, new MailParser()),
                new GuardedPdfText(PDF_TIME),
                new TextsAtHand());
    }

    RawMailCheck check() {
        return new RawMailCheck(messages, mails, raws);
    }

    @Override
    public void close() {
        pdfs.close();
        raws.close();
    }
}
