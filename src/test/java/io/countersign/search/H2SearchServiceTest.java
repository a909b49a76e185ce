package io.countersign.search;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2SearchServiceTest extends SearchServiceContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
