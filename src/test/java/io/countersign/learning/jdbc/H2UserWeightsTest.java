package io.countersign.learning.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2UserWeightsTest extends UserWeightsContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
