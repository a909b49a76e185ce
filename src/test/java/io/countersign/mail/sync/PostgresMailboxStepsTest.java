package io.countersign.mail.sync;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresMailboxStepsTest extends MailboxStepsContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
