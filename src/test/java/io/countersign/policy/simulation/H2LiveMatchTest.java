package io.countersign.policy.simulation;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2LiveMatchTest extends LiveMatchContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
