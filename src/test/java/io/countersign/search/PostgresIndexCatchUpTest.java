package io.countersign.search;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresIndexCatchUpTest extends IndexCatchUpContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
