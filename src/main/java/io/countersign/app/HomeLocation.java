package io.countersign.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the data directory is when nobody says: what each platform's users expect. */
record HomeLocation(String operatingSystem, Path userHome, Map<String, String> environment) {
    static HomeLocation ofThisMachine() {
        return new HomeLocation(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /** {@code COUNTERSIGN_HOME}, else the platform's place for application data. */
    Path directory() {
        var chosen = environment.getOrDefault("COUNTERSIGN_HOME", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        var system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return userHome.resolve("Library/Application Support/Countersign");
        }
        if (system.startsWith("windows")) {
            var local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? userHome.resolve("AppData/Local") : Path.of(local)).resolve("Countersign");
        }
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification says to ignore relative paths.
        return (data.startsWith("/") ? Path.of(data) : userHome.resolve(".local/share")).resolve("countersign");
    }
}
