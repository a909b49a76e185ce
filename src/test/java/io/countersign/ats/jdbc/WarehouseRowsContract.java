package io.countersign.ats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ats.WarehouseRow;
import io.countersign.ats.WarehouseRows.Numbered;
import io.countersign.mail.Stage;
import io.countersign.mail.TestMail;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows of a warehouse, on both databases. */
abstract class WarehouseRowsContract {
    private final Database database = open();
    private final Clock clock = Clock.fixed(TestMail.NOON, ZoneOffset.UTC);
    private final JdbcWarehouseRows rows = new JdbcWarehouseRows(database, "me", clock);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private static WarehouseRow row(String system, String id, String company) {
        return new WarehouseRow(
                id,
                system,
                company,
                "me@example.org",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void rowsComeBackAsTheyWereRead() {
        var full = new WarehouseRow(
                "x".repeat(200),
                "s".repeat(200),
                "ü".repeat(200),
                "e".repeat(320),
                Optional.of(Stage.FINAL_ROUND),
                Optional.of(Instant.parse("2026-02-01T10:00:00Z")),
                Optional.of(Instant.parse("2026-02-05T10:00:00Z")),
                Optional.of("r".repeat(200)));
        var bare = row("", "1", "");

        rows.replace(List.of(full, bare));

        assertThat(rows.all()).extracting(Numbered::row).containsExactly(full, bare);
        assertThat(new JdbcWarehouseRows(database, "somebody else", clock).all())
                .isEmpty();
    }

    @Test
    void aNumberStaysWithItsApplicationAndIsNeverGivenToAnother() {
        var numbers = new HashMap<List<String>, Long>();
        var random = new Random(3);
        for (int reading = 0; reading < 30; reading++) {
            var company = "Company " + reading;
            var read = random.ints(0, 40)
                    .distinct()
                    .limit(random.nextInt(30))
                    .mapToObj(id -> row(id % 2 == 0 ? "lever" : "ashby", "" + id / 2, company))
                    .toList();

            rows.replace(read);

            assertThat(rows.all()).extracting(Numbered::row).containsExactlyInAnyOrderElementsOf(read);
            for (var one : rows.all()) {
                var key = List.of(one.row().system(), one.row().applicationId());
                assertThat(one.number()).isEqualTo(numbers.computeIfAbsent(key, _ -> one.number()));
            }
            assertThat(numbers.values()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aReadingThatCannotBeStoredChangesNothing() {
        rows.replace(List.of(row("lever", "1", "Acme")));
        var before = rows.all();

        var broken = List.of(row("lever", "1", "Other"), row("lever", "2", "x".repeat(500)));
        assertThatThrownBy(() -> rows.replace(broken)).isInstanceOf(CountersignException.Storage.class);

        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void anEmptyReadingLeavesNoRow() {
        rows.replace(List.of(row("lever", "1", "Acme")));
        rows.replace(List.of());
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void tenThousandRowsAreReplaced() {
        var many = IntStream.range(0, 10_000)
                .mapToObj(id -> row("lever", "" + id, "Acme " + id))
                .toList();
        rows.replace(many);
        rows.replace(many);
        assertThat(rows.all()).extracting(Numbered::row).isEqualTo(many);
    }
}
