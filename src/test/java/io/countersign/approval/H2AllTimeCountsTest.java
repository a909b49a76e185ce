package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2AllTimeCountsTest extends AllTimeCountsContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
