package io.countersign.classify.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2SenderHistoryTest extends SenderHistoryContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
