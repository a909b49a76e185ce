package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresOnRequestTest extends OnRequestContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
