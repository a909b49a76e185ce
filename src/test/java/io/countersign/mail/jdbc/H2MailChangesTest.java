package io.countersign.mail.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2MailChangesTest extends MailChangesContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
