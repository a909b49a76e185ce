package io.countersign.mail.sync;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class H2MailboxStepsTest extends MailboxStepsContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
