package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresStepsTest extends StepsContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
