package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HomeLocationTest {
    private static final Path ALEX = Path.of("/home/alex");

    @Test
    void linuxFollowsXdg() {
        assertThat(at("Linux", Map.of())).isEqualTo(ALEX.resolve(".local/share/countersign"));
        assertThat(at("Linux", Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/countersign"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(at("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(ALEX.resolve(".local/share/countersign"));
    }

    @Test
    void macAndWindowsHaveTheirOwnPlaces() {
        assertThat(at("Mac OS X", Map.of())).isEqualTo(ALEX.resolve("Library/Application Support/Countersign"));
        assertThat(at("Windows 11", Map.of())).isEqualTo(ALEX.resolve("AppData/Local/Countersign"));
    }

    @Test
    void theVariableWins() {
        assertThat(at("Linux", Map.of("COUNTERSIGN_HOME", "/elsewhere", "XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/elsewhere"));
    }

    private static Path at(String system, Map<String, String> environment) {
        return new HomeLocation(system, ALEX, environment).directory();
    }
}
