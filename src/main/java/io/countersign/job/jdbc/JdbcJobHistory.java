package io.countersign.job.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.job.Counts;
import io.countersign.job.JobHistory;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The runs of one person's jobs in H2 or PostgreSQL. */
public final class JdbcJobHistory implements JobHistory {
    private static final String COLUMNS = "id, job, machine, cause, started_at, finished_at, outcome, counts, log";
    private static final int LONGEST_LOG = 4000;
    private static final int LONGEST_MACHINE = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Long>> NUMBERS = new TypeReference<>() {};

    private final Statements sql;
    private final String user;

    public JdbcJobHistory(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public JobRun begin(String job, String machine, Trigger trigger, Instant at) {
        long id = sql.insert(
                "insert into job_run (user_id, job, machine, cause, started_at, outcome, counts, log)"
                        + " values (?, ?, ?, ?, ?, ?, '{}', '')",
                user,
                job,
                Statements.fit(machine, LONGEST_MACHINE),
                trigger.name(),
                at,
                Outcome.RUNNING.name());
        return find(id).orElseThrow();
    }

    @Override
    public JobRun end(JobRun run, Instant at, Outcome outcome, Counts counts, String log) {
        sql.update(
                "update job_run set finished_at = ?, outcome = ?, counts = ?, log = ?"
                        + " where id = ? and user_id = ? and outcome = 'RUNNING'",
                at,
                outcome.name(),
                written(counts),
                Statements.fit(log.replace("\u0000", ""), LONGEST_LOG),
                run.id(),
                user);
        return find(run.id()).orElseThrow();
    }

    @Override
    public int interrupt(String job, Instant at) {
        return sql.update(
                "update job_run set finished_at = ?, outcome = 'INTERRUPTED', log = 'Its process ended before it did.'"
                        + " where user_id = ? and job = ? and outcome = 'RUNNING'",
                at,
                user,
                job);
    }

    @Override
    public Optional<JobRun> find(long id) {
        return sql.first(
                "select " + COLUMNS + " from job_run where user_id = ? and id = ?", JdbcJobHistory::read, user, id);
    }

    @Override
    public List<JobRun> newest(Optional<String> job, int limit) {
        return job.map(name -> sql.list(
                        "select " + COLUMNS + " from job_run where user_id = ? and job = ? order by id desc limit ?",
                        JdbcJobHistory::read,
                        user,
                        name,
                        limit))
                .orElseGet(() -> sql.list(
                        "select " + COLUMNS + " from job_run where user_id = ? order by id desc limit ?",
                        JdbcJobHistory::read,
                        user,
                        limit));
    }

    @Override
    public int prune(Instant before, int keep) {
        return sql.update(
                "delete from job_run where user_id = ? and outcome <> 'RUNNING' and (finished_at < ? or id in (select id"
                        + " from (select id, row_number() over (partition by job order by id desc) as place from job_run"
                        + " where user_id = ?) ranked where place > ?))",
                user,
                before,
                user,
                keep);
    }

    private static JobRun read(ResultSet row) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("job"),
                row.getString("machine"),
                Trigger.valueOf(row.getString("cause")),
                Statements.instant(row, "started_at"),
                Statements.optionalInstant(row, "finished_at"),
                Outcome.valueOf(row.getString("outcome")),
                counts(row.getString("counts")),
                row.getString("log"));
    }

    private static Counts counts(String json) {
        try {
            return new Counts(JSON.readValue(json, NUMBERS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("we wrote it", e);
        }
    }

    private static String written(Counts counts) {
        try {
            return JSON.writeValueAsString(counts.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers always print", e);
        }
    }
}
