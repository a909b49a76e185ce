package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

class PostgresByHandTest extends ByHandContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
