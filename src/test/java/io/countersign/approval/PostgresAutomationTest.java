package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresAutomationTest extends AutomationContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
