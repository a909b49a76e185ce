package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2ArrivalsTest extends ArrivalsContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
