package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2FreshConfidenceTest extends FreshConfidenceContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
