package io.countersign.app;

import java.util.Map;

final class H2ProgramTest extends ProgramContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
