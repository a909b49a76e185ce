package io.countersign.search.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2SavedSearchesTest extends SavedSearchesContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
