package io.countersign.ats.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2ApplicationServiceTest extends ApplicationServiceContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
