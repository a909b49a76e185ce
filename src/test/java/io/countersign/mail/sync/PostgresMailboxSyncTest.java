package io.countersign.mail.sync;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresMailboxSyncTest extends MailboxSyncContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
