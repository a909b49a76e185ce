package io.countersign.ask;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.shared.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code language-model.json} in the home folder; it holds no key. What cannot be read counts as off. */
public final class ModelSettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(ModelSettingsFile.class);

    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    private final Path file;

    public ModelSettingsFile(Path home) {
        this.file = home.resolve("language-model.json");
    }

    /** What was saved; off when there is nothing or nothing readable. */
    public ModelSettings load() {
        if (!Files.isRegularFile(file)) {
            return ModelSettings.OFF;
        }
        try {
            var saved = json.readValue(file.toFile(), Saved.class);
            return new ModelSettings(saved.on, saved.kind, saved.address, saved.model, saved.agreedAddress);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not readable, no language model is asked: {}", file, e.getMessage());
            return ModelSettings.OFF;
        }
    }

    /**
     * Replaces the file in one step.
     *
     * @throws io.countersign.shared.CountersignException.NotWritten when it cannot be written
     */
    public void save(ModelSettings settings) {
        var saved = new Saved(
                settings.on(), settings.kind(), settings.address(), settings.model(), settings.agreedAddress());
        WholeFile.write(file, temporary -> json.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), saved));
    }

    private record Saved(boolean on, ModelSettings.Kind kind, String address, String model, String agreedAddress) {}
}
