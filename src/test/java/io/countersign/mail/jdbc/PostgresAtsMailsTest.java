package io.countersign.mail.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresAtsMailsTest extends AtsMailsContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
