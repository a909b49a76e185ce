package io.countersign.mail.jdbc;

import io.countersign.mail.ArrivalRules;
import io.countersign.mail.ImportResult;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailEnricher;
import io.countersign.mail.MailParser;
import io.countersign.mail.Message;
import io.countersign.mail.RawMailStore;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.TestMail;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A data directory to import into, and the files to import. */
final class ImportHome implements AutoCloseable {
    final Path folder;
    final Database database;
    final JdbcMailStore mails;
    final RawMailStore raws;
    final JdbcMessageRepository messages;
    final StoredMailReader reader;
    private int files;

    ImportHome(Path folder, Database database) {
        this(folder, database, new SegmentRawMailStore(folder.resolve("mail")));
    }

    ImportHome(Path folder, Database database, RawMailStore raws) {
        this.folder = folder;
        this.database = database;
        this.mails = new JdbcMailStore(database);
        this.raws = raws;
        this.messages = new JdbcMessageRepository(database);
        this.reader = new StoredMailReader(mails, raws, new MailParser());
    }

    ImportService service(List<MailEnricher> enrichers, ArrivalRules rules) {
        return new ImportService(
                new ImportService.Storage(database, mails, raws),
                new MailParser(),
                enrichers,
                rules,
                Clock.fixed(TestMail.NOON, ZoneOffset.UTC));
    }

    ImportResult run(Path... paths) {
        return service(List.of(), ArrivalRules.none()).run(List.of(paths), "local", Progress.none());
    }

    /** An mbox file of these mails. */
    Path mbox(String... mails) {
        var text = new StringBuilder();
        for (var mail : mails) {
            text.append("From x@example.org Thu Jan  1 00:00:00 2026\n")
                    .append(mail)
                    .append("\n\n");
        }
        return file(".mbox", text.toString());
    }

    Path file(String suffix, String content) {
        try {
            return Files.write(
                    folder.resolve("file" + ++files + suffix), content.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String mail(String id, String subject, String more) {
        return "Message-ID: <" + id + ">\nFrom: Ann <ann@example.org>\nTo: me@example.org\nSubject: " + subject
                + "\nDate: Thu, 1 Jan 2026 10:00:00 +0000\n" + more + "\nbody of " + id + "\n";
    }

    List<Message> all() {
        var all = new ArrayList<Message>();
        messages.forEachFrom(0, all::add);
        return all;
    }

    Message only() {
        return all().getFirst();
    }

    String defects(long id) {
        return database.with(handle -> handle.createQuery("select defects from message where id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .one());
    }

    @Override
    public void close() {
        raws.close();
        database.close();
    }
}
