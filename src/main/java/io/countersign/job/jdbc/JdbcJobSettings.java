package io.countersign.job.jdbc;

import io.countersign.job.JobSettings;
import io.countersign.job.Schedule;
import io.countersign.job.ScheduleText;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person chose about jobs, in H2 or PostgreSQL. */
public final class JdbcJobSettings implements JobSettings {
    private final Statements sql;
    private final String user;

    public JdbcJobSettings(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public Map<String, Choice> all() {
        var choices = new HashMap<String, Choice>();
        sql.list(
                "select job, run_schedule, paused from job_setting where user_id = ?",
                row -> choices.put(
                        row.getString(1),
                        new Choice(Optional.ofNullable(row.getString(2)).map(ScheduleText::parse), row.getBoolean(3))),
                user);
        return choices;
    }

    @Override
    public void pause(String job, boolean paused) {
        put(job, "paused = ?", paused, null, paused);
    }

    @Override
    public void schedule(String job, Schedule schedule) {
        var text = ScheduleText.of(schedule);
        put(job, "run_schedule = ?", text, text, false);
    }

    private void put(String job, String change, Object value, @Nullable String schedule, boolean paused) {
        sql.inTransaction(() -> {
            int changed =
                    sql.update("update job_setting set " + change + " where user_id = ? and job = ?", value, user, job);
            return changed > 0
                    ? changed
                    : sql.update(
                            "insert into job_setting (user_id, job, run_schedule, paused) values (?, ?, ?, ?)",
                            user,
                            job,
                            schedule,
                            paused);
        });
    }
}
