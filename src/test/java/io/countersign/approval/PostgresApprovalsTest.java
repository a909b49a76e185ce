package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresApprovalsTest extends ApprovalsContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
