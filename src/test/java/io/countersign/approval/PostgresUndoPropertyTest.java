package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresUndoPropertyTest extends UndoPropertyContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
