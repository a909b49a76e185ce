package io.countersign.job.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2DueJobsTest extends DueJobsContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
