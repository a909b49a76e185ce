package io.countersign.mail.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresSentMailTest extends SentMailContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
