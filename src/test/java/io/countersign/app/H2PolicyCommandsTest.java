package io.countersign.app;

import java.util.Map;

final class H2PolicyCommandsTest extends PolicyCommandsContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
