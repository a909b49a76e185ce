package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2AutomationTest extends AutomationContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
