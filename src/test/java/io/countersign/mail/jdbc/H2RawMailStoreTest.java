package io.countersign.mail.jdbc;

import io.countersign.mail.RawMailStore;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import org.junit.jupiter.api.AfterEach;

final class H2RawMailStoreTest extends RawMailStoreContract {
    private final Database database = TestDatabases.h2();
    private final RawMailStore store = new JdbcRawMailStore(database);

    @Override
    RawMailStore store() {
        return store;
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }
}
