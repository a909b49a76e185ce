package io.countersign.app;

import java.util.Map;

final class H2MailCommandsTest extends MailCommandsContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }
}
