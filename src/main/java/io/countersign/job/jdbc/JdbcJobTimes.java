package io.countersign.job.jdbc;

import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobTimes;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Duration;
import java.util.List;

/** One query over the runs in H2 or PostgreSQL. */
public final class JdbcJobTimes implements JobTimes {
    private static final String LAST = """
            select r.job, r.outcome, r.started_at, r.finished_at, s.succeeded
            from (select max(id) as newest, max(case when outcome = 'DONE' then finished_at end) as succeeded
                  from job_run where user_id = ? and finished_at is not null group by job) s
            join job_run r on r.id = s.newest
            order by r.job
            """;

    private final Statements sql;
    private final String user;

    public JdbcJobTimes(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public List<Last> all() {
        return sql.list(
                LAST,
                row -> new Last(
                        row.getString("job"),
                        Outcome.valueOf(row.getString("outcome")),
                        Duration.between(Statements.instant(row, "started_at"), Statements.instant(row, "finished_at")),
                        Statements.optionalInstant(row, "succeeded")),
                user);
    }
}
