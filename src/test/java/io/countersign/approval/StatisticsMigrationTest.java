package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.insight.PolicyCounts;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.insight.jdbc.JdbcRecount;
import io.countersign.shared.task.Progress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A home that was filled before statistics were summed up shows the right numbers afterwards. */
class StatisticsMigrationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-03T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void decisionsOfAnOlderVersionAreCountedWithTheirConfidence() throws SQLException {
        try (var database = OldHome.opened(5, statement -> {
            statement.execute("insert into batch (user_id, decided_at, approve, by_action, failed, carried_out)"
                    + " values ('me', '2026-06-01 10:00:00+00', true, 'archive_email 1', 0, true)");
            statement.execute(
                    "insert into proposal (id, user_id, version, status, message_id, message_version, policy_id,"
                            + " policy_version, policy_name, action, params, params_key, confidence, from_name, from_email, subject,"
                            + " received_at, created_at, batch_id) values (7, 'me', 0, 'executed', 1, 0, 3, 0, 'Old', 'archive_email',"
                            + " '{}', '', 0.83, '', '', '', '2026-06-01 09:00:00+00', '2026-06-01 09:00:00+00', 1)");
            statement.execute("insert into policy_firing (user_id, policy_id, fired_at, fired)"
                    + " values ('me', 3, '2026-05-31 09:00:00+00', 1)");
            statement.execute("insert into decision (batch_id, proposal_id, user_id, decided_at, approve, policy_id,"
                    + " message_id, action, sender, features) values (1, 7, 'me', '2026-06-01 10:00:00+00', true, 3, 1,"
                    + " 'archive_email', '', '')");
        })) {
            var recount = new JdbcRecount(database);
            assertThat(recount.isDue("me", ZoneOffset.UTC)).isTrue();
            database.inTransaction(() -> recount.run("me", ZoneOffset.UTC, CLOCK.instant(), Progress.none()));
            var counts = new JdbcPolicyCounts(database, CLOCK);
            assertThat(counts.days("me", LocalDate.EPOCH))
                    .containsExactly(
                            new PolicyCounts.Day(LocalDate.of(2026, 5, 31), 3, 1, 0, 0),
                            new PolicyCounts.Day(LocalDate.of(2026, 6, 1), 3, 0, 1, 0));
            assertThat(counts.tenths("me", LocalDate.EPOCH)).containsExactly(new PolicyCounts.Tenth(8, 1, 1, 0.83));
            assertThat(counts.all("me")).singleElement().satisfies(row -> {
                assertThat(row.name()).isEqualTo("Old");
                assertThat(row.approved()).isOne();
            });
        }
    }
}
