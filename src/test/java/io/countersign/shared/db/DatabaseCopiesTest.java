package io.countersign.shared.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import io.countersign.shared.db.DatabaseCopies.Copy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseCopiesTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path home = Path.of("");

    @Test
    void aCopyBringsBackEveryRowAndCountsWhatCameLater() {
        try (var database = open()) {
            audit(database, 30, "before; 'quoted' – ünï\n");
            copies().make(database, NOON);
            audit(database, 12, "after");
        }

        var restored = new DatabaseRestore(file()).run(NOON.plus(HOUR));

        assertThat(restored.copy().madeAt()).isEqualTo(NOON);
        assertThat(restored.entries()).isEqualTo(30);
        assertThat(restored.entriesLost()).hasValue(12);
        assertThat(restored.setAside())
                .hasFileName("db-set-aside-2026-03-04T13-00-00Z.mv.db")
                .isRegularFile();
        try (var database = open()) {
            assertThat(ReadThrough.of(database)).isPositive();
            assertThat(new Statements(database)
                            .number("select count(*) from audit_log where what = ?", "before; 'quoted' – ünï\n"))
                    .isEqualTo(30);
            audit(database, 1, "goes on");
            assertThat(new Statements(database).number("select max(id) from audit_log"))
                    .isGreaterThan(30);
        }
    }

    @Test
    void aCopyIsOfOneMomentWhileOthersWrite() {
        var stop = new AtomicBoolean();
        try (var database = open()) {
            var sql = new Statements(database);
            var writer = CompletableFuture.runAsync(() -> {
                for (long i = 1; !stop.get(); i++) {
                    long number = i;
                    sql.inTransaction(() -> {
                        sql.update("insert into thread_link (hash, message_id) values (?, ?)", number, number);
                        audit(database, 1, "linked");
                        return number;
                    });
                }
            });
            try {
                for (int i = 0; i < 4; i++) {
                    copies().make(database, NOON.plus(Duration.ofDays(i)));
                    var rows = rowsOf(copies().newestFirst().getFirst());
                    assertThat(rows[0]).isEqualTo(rows[1]).isNotNegative();
                }
            } finally {
                stop.set(true);
                writer.join();
            }
            assertThat(sql.number("select count(*) from thread_link")).isPositive();
        }
    }

    private long[] rowsOf(Copy copy) {
        var other = home.resolve("other-" + copy.madeAt().getEpochSecond());
        try {
            Files.createDirectories(other.resolve("backups"));
            Files.copy(copy.file(), other.resolve("backups").resolve(copy.file().getFileName()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        new DatabaseRestore(other.resolve("db")).run(NOON);
        try (var database = Database.open(new DatabaseSettings.Embedded(other.resolve("db")))) {
            var sql = new Statements(database);
            return new long[] {
                sql.number("select count(*) from thread_link"), sql.number("select count(*) from audit_log")
            };
        }
    }

    @Test
    void aDamagedFileNeverTakesThePlaceOfAGoodCopyAndIsKeptWhenThatComesBack() throws IOException {
        try (var database = open()) {
            audit(database, 5000, "x".repeat(1500));
            copies().make(database, NOON);
        }
        var database = open();
        damage();

        assertThatThrownBy(() -> copies().make(database, NOON.plus(HOUR)))
                .isInstanceOf(CountersignException.Damaged.class);
        copies().makeIfOlder(Duration.ZERO, database, NOON.plus(HOUR));
        database.close();

        assertThat(copies().newestFirst()).extracting(Copy::madeAt).containsExactly(NOON);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        CountersignException.Damaged.class,
                        damaged -> assertThat(damaged.arguments())
                                .containsExactly(
                                        file() + ".mv.db",
                                        "2026-03-04 12:00 UTC",
                                        copies().newestFirst().getFirst().file().toString()));

        var restored = new DatabaseRestore(file()).run(NOON.plus(HOUR));

        assertThat(restored.entries()).isEqualTo(5000);
        assertThat(restored.entriesLost()).isEmpty();
        assertThat(restored.setAside()).isRegularFile();
        try (var again = open()) {
            assertThat(ReadThrough.of(again)).isGreaterThan(5000);
        }
    }

    @Test
    void aDamagedFileWithoutACopySaysSoAndStaysAsItIs() throws IOException {
        open().close();
        damage();
        var before = Files.readAllBytes(home.resolve("db.mv.db"));

        assertThatThrownBy(this::open).isInstanceOf(CountersignException.DamagedWithoutCopy.class);
        assertThatThrownBy(() -> new DatabaseRestore(file()).run(NOON))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThat(Files.readAllBytes(home.resolve("db.mv.db"))).isEqualTo(before);
    }

    @Test
    void aFileOfWhichNothingIsSoundIsNoEmptyDatabase() throws IOException {
        try (var database = open()) {
            audit(database, 50, "x".repeat(1500));
            copies().make(database, NOON);
        }
        var noise = new byte[(int) Files.size(home.resolve("db.mv.db")) - 8192];
        new Random(2).nextBytes(noise);
        try (var channel = FileChannel.open(home.resolve("db.mv.db"), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise), 8192);
        }

        assertThatThrownBy(this::open).isInstanceOf(CountersignException.Damaged.class);

        assertThat(new DatabaseRestore(file()).run(NOON.plus(HOUR)).entries()).isEqualTo(50);
    }

    @Test
    void anUnusableCopyIsPassedOverForTheOneBeforeIt() throws IOException {
        try (var database = open()) {
            audit(database, 3, "early");
            copies().make(database, NOON);
            audit(database, 3, "late");
            var late = copies().make(database, NOON.plus(Duration.ofDays(1)));
            var bytes = Files.readAllBytes(late.file());
            Files.write(late.file(), Arrays.copyOf(bytes, bytes.length / 2));
        }

        assertThat(new DatabaseRestore(file()).run(NOON).copy().madeAt()).isEqualTo(NOON);
    }

    @Test
    void theNewestCopyAndTheNewestOfAnEarlierDayAreKept() throws IOException {
        try (var database = open()) {
            for (int hours : List.of(0, 3, 20, 23, 46, 47)) {
                copies().make(database, NOON.plus(Duration.ofHours(hours)));
            }
            Files.createFile(home.resolve("backups/.countersign-1.part"));
            Files.createFile(home.resolve("backups/notes.txt"));

            copies().make(database, NOON.plus(Duration.ofDays(2)));

            assertThat(copies().newestFirst())
                    .extracting(Copy::madeAt)
                    .containsExactly(NOON.plus(Duration.ofDays(2)), NOON.plus(Duration.ofHours(23)));
        }
        try (var files = Files.list(home.resolve("backups"))) {
            assertThat(files).hasSize(3).contains(home.resolve("backups/notes.txt"));
        }
    }

    @Test
    void itIsMadeWhenTheNewestIsOldEnoughOrFromTheFuture() {
        try (var database = open()) {
            copies().makeIfOlder(HOUR, database, NOON);
            copies().makeIfOlder(HOUR, database, NOON.plus(HOUR).minusSeconds(1));
            assertThat(newest()).isEqualTo(NOON);

            copies().makeIfOlder(HOUR, database, NOON.plus(HOUR));
            assertThat(newest()).isEqualTo(NOON.plus(HOUR));

            copies().makeIfOlder(HOUR, database, NOON.minus(HOUR));
            assertThat(copies().newestFirst()).extracting(Copy::madeAt).contains(NOON.minus(HOUR));
        }
    }

    @Test
    void theFirstIsMadeOnceThereIsSomethingOldEnough() {
        try (var database = open()) {
            audit(database, 1, "the default policies");

            copies().makeIfOlder(HOUR, database, NOON.plus(HOUR).minusSeconds(1));
            assertThat(copies().newestFirst()).isEmpty();

            copies().makeIfOlder(HOUR, database, NOON.plus(HOUR));
            assertThat(newest()).isEqualTo(NOON.plus(HOUR));
        }
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        try (var database = open()) {
            var copy = copies().make(database, NOON);

            assertThat(Files.getPosixFilePermissions(copy.file()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void whereItCannotBeWrittenTheProgramGoesOn() throws IOException {
        Files.createFile(home.resolve("backups"));
        try (var database = open()) {
            assertThatThrownBy(() -> copies().make(database, NOON)).isInstanceOf(CountersignException.NotWritten.class);

            copies().makeIfOlder(HOUR, database, NOON);

            audit(database, 1, "still works");
        }
    }

    private Instant newest() {
        return copies().newestFirst().getFirst().madeAt();
    }

    private DatabaseCopies copies() {
        return DatabaseCopies.of(file());
    }

    private Path file() {
        return home.resolve("db");
    }

    private Database open() {
        return Database.open(new DatabaseSettings.Embedded(file()));
    }

    private static void audit(Database database, int rows, String what) {
        new AuditTrail(database, "me@example.org")
                .add(
                        NOON,
                        LongStream.range(0, rows)
                                .mapToObj(_ -> AuditTrail.Row.of("test", null, what))
                                .toList());
    }

    /** Most of the pages; the headers of the file and its newest part stay. */
    private void damage() throws IOException {
        try (var channel = FileChannel.open(home.resolve("db.mv.db"), StandardOpenOption.WRITE)) {
            var noise = new byte[(int) (channel.size() * 3 / 4) - 12_288];
            new Random(1).nextBytes(noise);
            channel.write(ByteBuffer.wrap(noise), 12_288);
        }
    }
}
