package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

class H2SourceChangesTest extends SourceChangesContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
