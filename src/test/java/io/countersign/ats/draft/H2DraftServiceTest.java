package io.countersign.ats.draft;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2DraftServiceTest extends DraftServiceContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
