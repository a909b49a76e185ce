package io.countersign.policy.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2PolicyRepositoryTest extends PolicyRepositoryContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
