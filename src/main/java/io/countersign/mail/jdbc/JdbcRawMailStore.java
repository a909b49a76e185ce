package io.countersign.mail.jdbc;

import io.countersign.mail.PackedMail;
import io.countersign.mail.RawLocation;
import io.countersign.mail.RawMailStore;
import io.countersign.shared.db.Database;
import java.util.List;
import java.util.Optional;

/** Raw mail in the database, for a server that several machines share; commits with the caller's transaction. */
public final class JdbcRawMailStore implements RawMailStore {
    private final Database database;

    public JdbcRawMailStore(Database database) {
        this.database = database;
    }

    @Override
    public List<RawLocation> append(List<PackedMail> mails) {
        return database.inTransaction(() -> database.withConnection("store raw mail", connection -> {
            try (var statement = connection.prepareStatement("insert into raw_mail (id, content) values (?, ?)")) {
                for (var mail : mails) {
                    statement.setLong(1, mail.id());
                    statement.setBytes(2, mail.content());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            return mails.stream()
                    .map(mail -> new RawLocation(0, mail.id(), mail.content().length))
                    .toList();
        }));
    }

    @Override
    public Optional<byte[]> read(RawLocation location) {
        return database.withConnection("read raw mail", connection -> {
            try (var statement = connection.prepareStatement("select content from raw_mail where id = ?")) {
                statement.setLong(1, location.offset());
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    /** Nothing to close: the database belongs to the caller. */
    @Override
    public void close() {}
}
