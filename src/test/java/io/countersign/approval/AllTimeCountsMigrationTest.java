package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.insight.AllTimeCounts.Count;
import io.countersign.insight.jdbc.JdbcAllTimeCounts;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A home that was filled before there were metrics starts with what its logs know, undone decisions too. */
class AllTimeCountsMigrationTest {
    @Test
    void whatWasDoneBeforeIsCounted() throws SQLException {
        try (var database = OldHome.opened(17, statement -> {
            statement.execute("insert into policy_stats (policy_id, user_id, fired, approved, rejected, updated_at)"
                    + " values (3, 'me', 5, 1, 1, '2026-06-01 10:00:00+00')");
            statement.execute("insert into batch (user_id, decided_at, approve, by_action, failed, carried_out)"
                    + " values ('me', '2026-06-01 10:00:00+00', true, 'archive_email 2', 0, true)");
            for (int proposal = 1; proposal <= 2; proposal++) {
                var undone = proposal == 1 ? "null" : "'2026-06-01 11:00:00+00'";
                statement.execute(
                        "insert into decision (batch_id, proposal_id, user_id, decided_at, approve, policy_id,"
                                + " message_id, action, sender, features, undone_at) values (1, " + proposal
                                + ", 'me', '2026-06-01 10:00:00+00', true, 3, 1, 'archive_email', '', '', " + undone
                                + ")");
                statement.execute(
                        "insert into automatic_decision (batch_id, proposal_id, user_id, decided_at, policy_id,"
                                + " policy_version, message_id, action, sender, confidence, undone_at) values (1, "
                                + (10 + proposal)
                                + ", 'me', '2026-06-01 10:00:00+00', 3, 0, 1, 'archive_email', '', 0.9, "
                                + undone + ")");
            }
            statement.execute("insert into decision_feature (user_id, feature, batch_id, approve, times)"
                    + " values ('me', 'category:promotion', 1, true, 4)");
        })) {
            assertThat(new JdbcAllTimeCounts(database, "me").all())
                    .containsExactly(
                            new Count(Counted.POLICY_APPROVED, "3", 2),
                            new Count(Counted.POLICY_FIRED, "3", 6),
                            new Count(Counted.WEIGHT_UPDATES, "plus", 4));
        }
    }
}
