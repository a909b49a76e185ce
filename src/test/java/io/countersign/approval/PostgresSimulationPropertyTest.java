package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresSimulationPropertyTest extends SimulationPropertyContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
