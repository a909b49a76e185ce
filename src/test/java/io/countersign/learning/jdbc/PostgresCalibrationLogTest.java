package io.countersign.learning.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresCalibrationLogTest extends CalibrationLogContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
