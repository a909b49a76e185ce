package io.countersign.app;

import io.countersign.shared.db.TestDatabases;
import java.util.Map;

final class PostgresSyncCommandsTest extends SyncCommandsContract {
    @Override
    Map<String, String> environment() {
        return TestDatabases.postgresEnvironment();
    }
}
