package io.countersign.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.shared.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code local-api.json} in the home folder; the token is kept elsewhere ({@link ApiToken}). What cannot be read counts as off. */
public final class LocalApiSettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(LocalApiSettingsFile.class);

    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Path file;

    public LocalApiSettingsFile(Path home) {
        this.file = home.resolve("local-api.json");
    }

    /** What was saved; off when there is nothing or nothing readable. */
    public LocalApiSettings load() {
        if (!Files.isRegularFile(file)) {
            return LocalApiSettings.OFF;
        }
        try {
            var saved = json.readValue(file.toFile(), Saved.class);
            return new LocalApiSettings(saved.on, saved.port);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not readable, the local API stays off: {}", file, e.getMessage());
            return LocalApiSettings.OFF;
        }
    }

    /**
     * Replaces the file in one step.
     *
     * @throws io.countersign.shared.CountersignException.NotWritten when it cannot be written
     */
    public void save(LocalApiSettings settings) {
        var saved = new Saved(settings.on(), settings.port());
        WholeFile.write(file, temporary -> json.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), saved));
    }

    private record Saved(boolean on, int port) {}
}
