package io.countersign.mail.jdbc;

import static io.countersign.mail.jdbc.ImportHome.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import io.countersign.shared.db.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FullDiskTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anImportOntoAFullDiskFailsClearlyAndLeavesNothingHalfStored() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "/dev/full simulates a full disk on Linux only");
        var segment = Files.createDirectories(folder.resolve("mail")).resolve("000001.zst");
        Files.createSymbolicLink(segment, Path.of("/dev/full"));
        var database = TestDatabases.h2();
        try (var full = new ImportHome(folder, database)) {
            var mbox = full.mbox(mail("a@x", "one", ""), mail("b@x", "two", ""));

            assertThatThrownBy(() -> full.run(mbox))
                    .isInstanceOf(CountersignException.Storage.class)
                    .hasMessageContaining("store raw mail");
            assertThat(full.messages.count()).isZero();

            Files.delete(segment);
            try (var roomy = new ImportHome(folder, database)) {
                assertThat(roomy.run(mbox).imported()).isEqualTo(2);
            }
        }
    }
}
