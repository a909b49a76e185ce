package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

class H2ByHandTest extends ByHandContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
