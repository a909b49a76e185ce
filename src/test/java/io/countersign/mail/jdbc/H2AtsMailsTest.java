package io.countersign.mail.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2AtsMailsTest extends AtsMailsContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
