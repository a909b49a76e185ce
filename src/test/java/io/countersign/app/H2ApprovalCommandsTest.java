package io.countersign.app;

import java.util.Map;

final class H2ApprovalCommandsTest extends ApprovalCommandsContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
