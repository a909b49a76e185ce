package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2UndoPropertyTest extends UndoPropertyContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
