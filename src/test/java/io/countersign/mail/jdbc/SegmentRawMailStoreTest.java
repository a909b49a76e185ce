package io.countersign.mail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.mail.PackedMail;
import io.countersign.mail.RawLocation;
import io.countersign.mail.RawMailStore;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class SegmentRawMailStoreTest extends RawMailStoreContract {
    private static final long SEGMENT = 100_000;

    private final Path folder = temporaryFolder();
    private final RawMailStore store = new SegmentRawMailStore(folder, SEGMENT);

    @Override
    RawMailStore store() {
        return store;
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void whatAKilledProcessLeftBehindIsSkipped() throws IOException {
        var location = append(new SegmentRawMailStore(folder, SEGMENT), 1);
        Files.write(folder.resolve("000001.zst"), new byte[] {0, 0, 9, 9, 1, 2, 3}, StandardOpenOption.APPEND);

        try (var reopened = new SegmentRawMailStore(folder, SEGMENT)) {
            var second = append(reopened, 2);

            assertThat(reopened.read(location)).contains(mail(1).content());
            assertThat(reopened.read(second)).contains(mail(2).content());
        }
    }

    @Test
    void aDamagedMailIsAbsentNotWrong() throws IOException {
        try (var store = new SegmentRawMailStore(folder, SEGMENT)) {
            var location = append(store, 1);
            var bytes = Files.readAllBytes(folder.resolve("000001.zst"));
            bytes[500] ^= 1;
            Files.write(folder.resolve("000001.zst"), bytes);

            assertThat(store.read(location)).isEmpty();
            assertThat(store.read(new RawLocation(9, 0, 10))).isEmpty();
        }
    }

    @Test
    void aFullFileIsFollowedByAnotherAlsoAfterReopening() {
        try (var store = new SegmentRawMailStore(folder, 1500)) {
            assertThat(List.of(
                            append(store, 1).segment(),
                            append(store, 2).segment(),
                            append(store, 3).segment()))
                    .containsExactly(1, 1, 2);
        }
        try (var reopened = new SegmentRawMailStore(folder, 1500)) {
            assertThat(append(reopened, 4).segment()).isEqualTo(2);
            assertThat(append(reopened, 5).segment()).isEqualTo(3);
        }
    }

    @Test
    void aFullDeviceIsAClearFailure() throws IOException {
        var full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "/dev/full simulates a full disk on Linux only");
        Files.createSymbolicLink(folder.resolve("000001.zst"), full);

        try (var store = new SegmentRawMailStore(folder, SEGMENT)) {
            assertThatThrownBy(() -> append(store, 1))
                    .isInstanceOf(CountersignException.Storage.class)
                    .hasMessageContaining("store raw mail in " + folder);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("segments");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawLocation append(RawMailStore store, int seed) {
        return store.append(List.of(mail(seed))).getFirst();
    }

    private static PackedMail mail(int seed) {
        return new PackedMail(seed, bytes(new Random(seed), 1000));
    }
}
