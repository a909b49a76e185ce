package io.countersign.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code window.json} in the home folder. Losing it costs nothing but the place of the window, so no failure leaves here. */
public final class WindowStateFile {
    private static final Logger LOG = LoggerFactory.getLogger(WindowStateFile.class);

    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    private final Path file;

    public WindowStateFile(Path home) {
        this.file = home.resolve("window.json");
    }

    /** What was saved; the defaults when there is nothing or nothing readable. */
    public WindowState load() {
        if (!Files.isRegularFile(file)) {
            return WindowState.DEFAULT;
        }
        try {
            ObjectNode merged = json.valueToTree(WindowState.DEFAULT);
            if (json.readTree(file.toFile()) instanceof ObjectNode saved) {
                merged.setAll(saved);
            }
            return json.treeToValue(merged, WindowState.class);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not readable, the window starts with its defaults: {}", file, e.getMessage());
            return WindowState.DEFAULT;
        }
    }

    /** Replaces the file in one step, so that a killed process leaves the old or the new one. */
    public void save(WindowState state) {
        try {
            Files.createDirectories(file.getParent());
            var temporary = file.resolveSibling("window.json.new");
            json.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), state);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Cannot save {}: {}", file, e.getMessage());
        }
    }
}
