package io.countersign.mail.sync;

import io.countersign.mail.AccountImport;
import io.countersign.mail.ArrivalRules;
import io.countersign.mail.ExclusiveImport;
import io.countersign.mail.FollowedImport;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailParser;
import io.countersign.mail.Message;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.sync.jdbc.JdbcFollowedSources;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A home that follows mailboxes; its clock is far ahead of the files unless a test says otherwise. */
final class SyncHome implements AutoCloseable {
    static final String USER = "me@example.org";
    static final Instant NOW = Instant.parse("2040-01-01T12:00:00Z");

    final Database database;
    final JdbcMessageRepository messages;
    final JdbcFollowedSources sources;
    final FollowedMailboxes desk;
    /** From which mail on the policies were asked to look, each time. */
    final List<Long> looks = new ArrayList<>();

    final MailImport byHand;
    final MailboxSync sync;
    private final SegmentRawMailStore raws;
    private final StoredMailReader reader;

    SyncHome(Path folder, Database database) {
        this.database = database;
        raws = new SegmentRawMailStore(folder);
        var mails = new JdbcMailStore(database);
        messages = new JdbcMessageRepository(database);
        reader = new StoredMailReader(mails, raws, new MailParser());
        sources = new JdbcFollowedSources(database, USER);
        desk = new FollowedMailboxes(sources);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var service = new ImportService(
                new ImportService.Storage(database, mails, raws),
                new MailParser(),
                List.of(),
                ArrivalRules.none(),
                clock);
        var imports = new ExclusiveImport(
                new FollowedImport(new AccountImport(() -> {}, service, USER), (first, _) -> looks.add(first)));
        byHand = new RememberedImport(imports, sources, clock);
        sync = new MailboxSync(sources, imports, (first, _) -> looks.add(first), clock);
    }

    void importByHand(Path... paths) {
        byHand.importPaths(List.of(paths), Progress.none());
    }

    SyncResult sync() {
        return sync.run(Optional.empty(), Progress.none());
    }

    long imported() {
        return sync().total().imported();
    }

    List<Message> all() {
        var all = new ArrayList<Message>();
        messages.forEachFrom(0, all::add);
        return all;
    }

    /** Everything that is stored, byte by byte. */
    SortedSet<String> contents() {
        var contents = new TreeSet<String>();
        all().forEach(mail -> contents.add(mail.state().folder() + "\n"
                + new String(reader.raw(mail.id()).orElseThrow(), StandardCharsets.ISO_8859_1)));
        return contents;
    }

    @Override
    public void close() {
        raws.close();
        database.close();
    }
}
