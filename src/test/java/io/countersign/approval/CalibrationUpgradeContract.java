package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.learning.OnlineLearner;
import io.countersign.learning.TaughtWeight;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A home with decisions from before weights faded goes on as if they had always faded. */
abstract class CalibrationUpgradeContract {
    private static final String OLD = """
            insert into batch (id, user_id, decided_at, approve, by_action, failed, carried_out) values
                (1, 'me@example.org', '2026-01-01 12:00:00+00', true, 'archive_email 1', 0, true),
                (2, 'me@example.org', '2026-02-01 12:00:00+00', false, 'archive_email 1', 0, true),
                (3, 'me@example.org', '2026-05-01 12:00:00+00', true, 'archive_email 1', 0, true);
            insert into proposal (id, user_id, version, status, message_id, message_version, policy_id, policy_version,
                policy_name, action, params, params_key, confidence, from_name, from_email, subject, received_at, created_at,
                batch_id)
            select b.id, b.user_id, 0, case when b.approve then 'executed' else 'rejected' end, b.id, 0, 1, 0, 'x',
                'archive_email', '{}', '', 0.7, '', 'a@shop.example', '', b.decided_at, b.decided_at, b.id from batch b;
            insert into decision (batch_id, proposal_id, user_id, decided_at, approve, policy_id, message_id, action, sender,
                features)
            select b.id, b.id, b.user_id, b.decided_at, b.approve, 1, b.id, 'archive_email', 'a@shop.example',
                'category:promotion' from batch b;
            update decision set undone_at = '2026-02-02 12:00:00+00' where batch_id = 2;
            insert into decision_feature (user_id, feature, batch_id, approve, times)
            select user_id, 'category:promotion', batch_id, approve, 1 from decision where undone_at is null;
            insert into user_weights (user_id, feature, weight, updated_at)
                values ('me@example.org', 'category:promotion', 0.4, '2026-05-01 12:00:00+00');
            """;

    abstract DatabaseSettings settings();

    abstract String url();

    abstract String dialect();

    /** Also the password. */
    abstract String user();

    private void old() throws SQLException {
        Flyway.configure()
                .dataSource(url(), user(), user())
                .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect())
                .failOnMissingLocations(false)
                .target("006")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url(), user(), user());
                var statement = connection.createStatement()) {
            for (var sql : OLD.split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    @Test
    void oldDecisionsFadeCountAndCalibrate() throws SQLException {
        old();
        try (var desk = new Desk(Database.open(settings()))) {
            desk.approvals.resume(Progress.none());

            var learner = new OnlineLearner();
            var first = learner.taught(TaughtWeight.NONE, true, 1, Instant.parse("2026-01-01T12:00:00Z"));
            assertThat(desk.weights.of(Desk.USER, List.of("category:promotion")))
                    .containsEntry(
                            "category:promotion",
                            learner.taught(first, true, 1, Instant.parse("2026-05-01T12:00:00Z")));
            assertThat(desk.calibrations.after(Desk.USER, 0))
                    .extracting(sample -> List.of(sample.batch(), sample.approve(), sample.prior()))
                    .containsExactly(List.of(1L, true, 0.7), List.of(3L, true, 0.7));
            assertThat(desk.weights.outdated(Desk.USER)).isEmpty();

            desk.approvals.undo(OptionalLong.of(3), Progress.none());

            assertThat(desk.weights.of(Desk.USER, List.of("category:promotion")))
                    .containsEntry("category:promotion", first);
            assertThat(new Statements(desk.database).number("select decisions from calibration"))
                    .isEqualTo(1);
        }
    }
}
