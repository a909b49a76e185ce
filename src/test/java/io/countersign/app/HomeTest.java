package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void oneProcessHoldsItUntilItCloses() {
        try (var held = Home.open(folder)) {
            assertThatThrownBy(() -> Home.open(folder)).isInstanceOf(CountersignException.HomeInUse.class);
            assertThat(held.directory()).isEqualTo(folder);
        }
        Home.open(folder).close();
    }

    @Test
    void aFileInItsPlaceIsSaid() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Home.open(file.resolve("home")))
                .isInstanceOf(CountersignException.HomeNotWritable.class);
    }
}
