package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresTrustPropertyTest extends TrustPropertyContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
