package io.countersign.mail.sync;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2MailboxSyncTest extends MailboxSyncContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
