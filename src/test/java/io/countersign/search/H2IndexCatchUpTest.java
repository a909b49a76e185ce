package io.countersign.search;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2IndexCatchUpTest extends IndexCatchUpContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
