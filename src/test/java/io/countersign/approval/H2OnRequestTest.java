package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2OnRequestTest extends OnRequestContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
