package io.countersign.app;

import java.util.Map;

final class H2ProgramFailuresTest extends ProgramFailuresContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
