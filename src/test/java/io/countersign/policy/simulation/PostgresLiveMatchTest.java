package io.countersign.policy.simulation;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresLiveMatchTest extends LiveMatchContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
