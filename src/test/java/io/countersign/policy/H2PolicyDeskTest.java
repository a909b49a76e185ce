package io.countersign.policy;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2PolicyDeskTest extends PolicyDeskContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
