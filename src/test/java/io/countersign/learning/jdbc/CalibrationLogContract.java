package io.countersign.learning.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.learning.Calibration;
import io.countersign.learning.CalibrationLog.Checkpoint;
import io.countersign.learning.CalibrationLog.Sample;
import io.countersign.learning.Calibrator;
import io.countersign.learning.Signals;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept about confidences, on both databases. */
abstract class CalibrationLogContract {
    private final Database database = open();
    private final JdbcCalibrationLog log = new JdbcCalibrationLog(database);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    private long batch() {
        return new Statements(database)
                .insert(
                        "insert into batch (user_id, decided_at, approve, by_action, failed, carried_out)"
                                + " values (?, ?, true, '', 0, true)",
                        "me",
                        Instant.EPOCH);
    }

    private static Sample sample(long batch, long proposal) {
        return new Sample(
                batch,
                proposal,
                "archive_email",
                true,
                0.1 + 0.2,
                new Signals(List.of(0.1, 0.2, 0.0, -0.30000000000000004, 0.0, -1e-9)));
    }

    private static Calibration taught(int decisions) {
        var calibrator = new Calibrator();
        var calibration = calibrator.untaught();
        for (int i = 0; i < decisions; i++) {
            calibration = calibrator.taught(calibration, "archive_email", 0.7, Signals.NONE, i % 3 > 0);
        }
        return calibration;
    }

    @Test
    void samplesComeBackInTheOrderInWhichTheyWereDecided() {
        long first = batch();
        long second = batch();
        log.add("me", second, List.of(sample(second, 3)));
        log.add("me", first, List.of(sample(first, 9), sample(first, 2)));
        log.add("you", first, List.of(sample(first, 1)));

        assertThat(log.after("me", 0)).containsExactly(sample(first, 2), sample(first, 9), sample(second, 3));
        assertThat(log.after("me", first)).containsExactly(sample(second, 3));
        assertThat(log.remove("me", first, List.of(2L, 77L))).isEqualTo(1);
        assertThat(log.after("me", 0)).containsExactly(sample(first, 9), sample(second, 3));
    }

    @Test
    void theNewestCalibrationBeforeABatchIsFoundAndOneInAHundredDecisionsIsKept() {
        long first = batch();
        long second = batch();
        long third = batch();
        log.put("me", new Checkpoint(first, taught(98)));
        log.put("me", new Checkpoint(second, taught(99)));
        log.put("me", new Checkpoint(third, taught(100)));

        assertThat(log.before("me", Long.MAX_VALUE)).contains(new Checkpoint(third, taught(100)));
        assertThat(log.before("me", third)).contains(new Checkpoint(second, taught(99)));
        assertThat(log.before("me", second)).isEmpty();
        log.dropFrom("me", third);
        assertThat(log.before("me", Long.MAX_VALUE)).contains(new Checkpoint(second, taught(99)));
        log.put("me", new Checkpoint(second, taught(97)));
        assertThat(log.before("me", Long.MAX_VALUE)).contains(new Checkpoint(second, taught(97)));
    }

    @Test
    void resetForgetsAllOfOnePerson() {
        long first = batch();
        for (var user : List.of("me", "you")) {
            log.add(user, first, List.of(sample(first, 1)));
            log.put(user, new Checkpoint(first, taught(1)));
        }
        new JdbcUserWeights(database, Clock.systemUTC()).reset("me");

        assertThat(log.after("me", 0)).isEmpty();
        assertThat(log.before("me", Long.MAX_VALUE)).isEmpty();
        assertThat(log.after("you", 0)).hasSize(1);
    }
}
