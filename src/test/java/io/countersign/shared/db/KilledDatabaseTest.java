package io.countersign.shared.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledDatabaseTest {
    private static final int KILLS = 12;

    @TempDir
    private Path home = Path.of("");

    @Test
    void whatWasCommittedSurvivesAnyKillAndTablesAgreeWithTheirIndexes() throws IOException {
        var database = new KilledDatabase(home.resolve("db"), 800, 20261126);
        long rows = 0;

        for (int i = 0; i < KILLS; i++) {
            rows = database.killAndLook();
        }

        assertThat(rows).isGreaterThan(500);
        assertThat(database.kills()).containsKeys("opened", "done", "closing");
    }
}
