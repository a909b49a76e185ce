package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2DecidingTest extends DecidingContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
