package io.countersign.policy.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresPolicyRepositoryTest extends PolicyRepositoryContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
