package io.countersign.search;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresSearchServiceTest extends SearchServiceContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
