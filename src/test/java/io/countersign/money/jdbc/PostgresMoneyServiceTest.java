package io.countersign.money.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresMoneyServiceTest extends MoneyServiceContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
