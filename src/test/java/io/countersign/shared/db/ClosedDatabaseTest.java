package io.countersign.shared.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClosedDatabaseTest {
    @TempDir
    private Path home = Path.of("");

    @Test
    void leavesNothingBesideItsFile() throws IOException {
        var database = open();
        database.with(handle -> handle.execute("create table probe (id integer primary key)"));
        database.inTransaction(() -> database.with(handle -> handle.execute("insert into probe values (1)")));

        database.close();

        assertThat(files()).containsExactly("db.mv.db");
        try (var file = FileChannel.open(home.resolve("db.mv.db"), StandardOpenOption.WRITE);
                var lock = file.tryLock()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void staysClosedWhenItIsClosedAgain() throws IOException {
        var database = open();
        database.close();
        var after = Files.getLastModifiedTime(home.resolve("db.mv.db"));

        database.close();

        assertThat(files()).containsExactly("db.mv.db");
        assertThat(Files.getLastModifiedTime(home.resolve("db.mv.db"))).isEqualTo(after);
    }

    @Test
    void whatWasWrittenIsThereWhenItIsOpenedAgain() throws IOException {
        try (var database = open()) {
            database.with(handle -> handle.execute("create table probe (id integer primary key)"));
            database.with(handle -> handle.execute("insert into probe values (7)"));
        }

        try (var database = open()) {
            assertThat(new Statements(database).number("select id from probe")).isEqualTo(7);
        }
        assertThat(files()).containsExactly("db.mv.db");
    }

    @Test
    void aLargeFileThatIsMostlyEmptyIsSmallOnceItIsClosed() throws IOException {
        long large;
        try (var database = open()) {
            fill(database);
            database.with(handle -> handle.execute("delete from probe where id > 10"));
            large = Files.size(home.resolve("db.mv.db"));
        }

        assertThat(large).isGreaterThan(40_000_000);
        assertThat(Files.size(home.resolve("db.mv.db"))).isLessThan(4_000_000);
        assertThat(files()).containsExactly("db.mv.db");
        try (var database = open()) {
            assertThat(new Statements(database).number("select count(distinct text) from probe"))
                    .isEqualTo(10);
        }
    }

    @Test
    void aFileWhoseStoreFailedIsLeftAsItIsAndOpensAsAfterAKill() throws Exception {
        var database = open();
        fill(database);
        var one = Thread.ofPlatform().start(() -> {
            database.inTransaction(() -> {
                database.with(handle -> handle.execute("delete from probe where id > 10"));
                Thread.currentThread().interrupt(); // closes the channel of the file under H2
                return database.with(handle -> handle.execute("insert into probe select id, text from probe"));
            });
        });
        one.join();
        assertThatThrownBy(() -> new Statements(database).number("select sum(length(text)) from probe"))
                .isInstanceOf(CountersignException.class);
        long size = Files.size(home.resolve("db.mv.db"));

        database.close();

        assertThat(Files.size(home.resolve("db.mv.db"))).isEqualTo(size);
        try (var again = open()) {
            assertThat(new Statements(again).number("select count(distinct text) from probe"))
                    .isEqualTo(10_000);
        }
    }

    private static void fill(Database database) {
        database.with(handle -> handle.execute("create table probe (id integer primary key, text varchar)"));
        for (int part = 0; part < 10; part++) {
            database.with(
                    handle -> handle.execute(
                            "insert into probe select \"X\", random_uuid() || space(5000) from"
                                    + " system_range((select coalesce(max(id), 0) from probe) + 1, (select coalesce(max(id), 0) from probe) + 1000)"));
        }
    }

    private Database open() {
        return Database.open(new DatabaseSettings.Embedded(home.resolve("db")));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
