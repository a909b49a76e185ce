package io.countersign.search.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresSavedSearchesTest extends SavedSearchesContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
