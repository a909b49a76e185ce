package io.countersign.money.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2MoneyServiceTest extends MoneyServiceContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
