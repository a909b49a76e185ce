package io.countersign.app;

import java.util.Map;

final class H2SyncCommandsTest extends SyncCommandsContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
