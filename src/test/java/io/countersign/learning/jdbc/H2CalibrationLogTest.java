package io.countersign.learning.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2CalibrationLogTest extends CalibrationLogContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
