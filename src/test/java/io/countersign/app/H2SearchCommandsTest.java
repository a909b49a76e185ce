package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class H2SearchCommandsTest extends SearchCommandsContract {
    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Test
    void checkNamesMailWhoseRawBytesAreDamaged() throws IOException {
        json("import", mailbox.toString());
        try (var files = Files.walk(folder.resolve("home/mail"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
        }

        var ran = run("check", "--json");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.object().get("problems").get(0).get("kind").asText()).isEqualTo("raw");
        assertThat(run("check").out()).contains("The raw bytes of mail", "problems");
    }
}
