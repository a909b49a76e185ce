package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresAllTimeCountsTest extends AllTimeCountsContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
