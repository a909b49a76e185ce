package io.countersign.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.ModelSettings.Kind;
import io.countersign.ask.ModelSettings.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {
    @TempDir
    private Path home = Path.of("");

    private static ModelSettings at(String address) {
        return new ModelSettings(true, Kind.OPENAI, address, "small", "");
    }

    @Test
    void itIsOffUntilSetUp() {
        assertThat(ModelSettings.OFF.obstacle()).contains(Obstacle.OFF);
        assertThat(new ModelSettingsFile(home).load()).isEqualTo(ModelSettings.OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:11434",
                "http://LOCALHOST:1/v1",
                "http://127.0.0.1:8080/v1",
                "http://127.1.2.3",
                "https://[::1]:8443/v1"
            })
    void aModelOnThisComputerNeedsNoYes(String address) {
        assertThat(at(address).leavesComputer()).isFalse();
        assertThat(at(address).obstacle()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example/v1",
                "http://192.168.1.7:11434",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://evil.example/localhost",
                "http://0.0.0.0:1",
                "http://[2001:db8::1]/v1",
                "http://2130706433/"
            })
    void anywhereElseAsksForAYesToThatAddress(String address) {
        assertThat(at(address).obstacle()).contains(Obstacle.NOT_AGREED);
        assertThat(at(address).agreed().obstacle()).isEmpty();
    }

    @Test
    void aYesDoesNotCarryOverToAnotherAddress() {
        var agreed = at("https://api.example/v1").agreed();
        assertThat(new ModelSettings(true, Kind.OPENAI, "https://other.example/v1", "small", agreed.agreedAddress())
                        .obstacle())
                .contains(Obstacle.NOT_AGREED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:11434",
                "ftp://localhost/",
                "file:///etc/passwd",
                "http://",
                "http://user:secret@localhost/",
                "http://localhost/?key=secret",
                "http://localhost/#x",
                "http://evil.example#@localhost/",
                "http://local host/",
                "javascript:alert(1)"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThat(at(address).obstacle()).contains(Obstacle.BAD_ADDRESS);
        assertThat(at(address).agreed().obstacle()).contains(Obstacle.BAD_ADDRESS);
    }

    @Test
    void aModelWithoutANameIsNotAsked() {
        assertThat(new ModelSettings(true, Kind.OLLAMA, "http://localhost:1", " ", "").obstacle())
                .contains(Obstacle.NO_MODEL);
    }

    @Test
    void settingsAreKeptAndBrokenOnesCountAsOff() throws IOException {
        var file = new ModelSettingsFile(home);
        var settings = at("https://api.example/v1").agreed();
        file.save(settings);
        assertThat(file.load()).isEqualTo(settings);
        for (var broken : new String[] {"", "{", "null", "[]", "{\"on\":true}", "{\"on\":true,\"kind\":\"x\"}"}) {
            Files.writeString(home.resolve("language-model.json"), broken);
            assertThat(file.load()).isEqualTo(ModelSettings.OFF);
        }
    }
}
