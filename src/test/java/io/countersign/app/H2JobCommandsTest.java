package io.countersign.app;

import java.util.Map;

final class H2JobCommandsTest extends JobCommandsContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
