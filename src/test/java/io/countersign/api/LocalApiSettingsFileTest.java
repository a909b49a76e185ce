package io.countersign.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalApiSettingsFileTest {
    @TempDir
    private Path home;

    @Test
    void whatWasSavedIsRead() {
        var file = new LocalApiSettingsFile(home);
        assertThat(file.load()).isEqualTo(LocalApiSettings.OFF);
        file.save(new LocalApiSettings(true, 8123));
        assertThat(new LocalApiSettingsFile(home).load()).isEqualTo(new LocalApiSettings(true, 8123));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"on\":true}", "{\"on\":true,\"port\":80}", "{\"on\":true,\"port\":70000}"})
    void whatCannotBeReadStaysOff(String content) throws IOException {
        Files.writeString(home.resolve("local-api.json"), content);
        assertThat(new LocalApiSettingsFile(home).load().on()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "80", "1023", "65536", "99999999999", "-8003", "8003.0", "80o3", "٨٠٠٣"})
    void whatIsNoPortIsNotTaken(String typed) {
        assertThat(LocalApiSettings.port(typed)).isEmpty();
    }

    @Test
    void aPortIsTakenWithBlanksAroundIt() {
        assertThat(LocalApiSettings.port(" 8003 ")).isEqualTo(OptionalInt.of(8003));
        assertThat(LocalApiSettings.port("1024")).hasValue(1024);
        assertThat(LocalApiSettings.port("65535")).hasValue(65_535);
    }
}
