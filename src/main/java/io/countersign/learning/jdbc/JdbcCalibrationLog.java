package io.countersign.learning.jdbc;

import io.countersign.learning.Calibration;
import io.countersign.learning.CalibrationLog;
import io.countersign.learning.Signals;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tables {@code calibration_sample} and {@code calibration} in H2 or PostgreSQL. */
public final class JdbcCalibrationLog implements CalibrationLog {
    private static final int APART = 100;

    private final Statements sql;

    public JdbcCalibrationLog(Database database) {
        this.sql = new Statements(database);
    }

    @Override
    public void add(String user, long batch, List<Sample> samples) {
        sql.batch(
                "insert into calibration_sample (user_id, batch_id, proposal_id, action, approve, prior, signals)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                samples,
                (to, sample) -> to.add(user)
                        .add(batch)
                        .add(sample.proposalId())
                        .add(sample.action())
                        .add(sample.approve())
                        .add(sample.prior())
                        .add(sample.signals().text()));
    }

    @Override
    public int remove(String user, long batch, Collection<Long> proposalIds) {
        return sql.update(
                "delete from calibration_sample where user_id = ? and batch_id = ? and proposal_id = any(?)",
                user,
                batch,
                proposalIds);
    }

    @Override
    public List<Sample> after(String user, long batch) {
        return sql.list(
                "select * from calibration_sample where user_id = ? and batch_id > ? order by batch_id, proposal_id",
                row -> new Sample(
                        row.getLong("batch_id"),
                        row.getLong("proposal_id"),
                        row.getString("action"),
                        row.getBoolean("approve"),
                        row.getDouble("prior"),
                        Signals.parse(row.getString("signals"))),
                user,
                batch);
    }

    @Override
    public Optional<Checkpoint> before(String user, long batch) {
        return sql.first(
                "select batch_id, learned from calibration where user_id = ? and batch_id < ?"
                        + " order by user_id desc, batch_id desc limit 1",
                row -> new Checkpoint(row.getLong(1), Calibration.parse(row.getString(2))),
                user,
                batch);
    }

    @Override
    public void put(String user, Checkpoint checkpoint) {
        int decisions = checkpoint.calibration().decisions();
        int hundred = decisions - decisions % APART;
        sql.update(
                "delete from calibration where user_id = ? and (batch_id = ? or batch_id < ? and decisions between ? and ?)",
                user,
                checkpoint.batch(),
                checkpoint.batch(),
                hundred,
                hundred + APART - 1);
        sql.update(
                "insert into calibration (user_id, batch_id, decisions, learned) values (?, ?, ?, ?)",
                user,
                checkpoint.batch(),
                decisions,
                checkpoint.calibration().text());
    }

    @Override
    public void dropFrom(String user, long batch) {
        sql.update("delete from calibration where user_id = ? and batch_id >= ?", user, batch);
    }
}
