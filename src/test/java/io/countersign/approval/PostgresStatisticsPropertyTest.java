package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

class PostgresStatisticsPropertyTest extends StatisticsPropertyContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
