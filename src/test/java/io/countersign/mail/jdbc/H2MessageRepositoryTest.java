package io.countersign.mail.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2MessageRepositoryTest extends MessageRepositoryContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
