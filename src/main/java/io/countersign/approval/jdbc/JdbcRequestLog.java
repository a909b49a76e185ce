package io.countersign.approval.jdbc;

import io.countersign.approval.OnRequest;
import io.countersign.approval.RequestLog;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Requests as rows of {@code policy_firing}, in H2 or PostgreSQL. */
public final class JdbcRequestLog implements RequestLog {
    private static final String PENDING = " where request_id = ? and user_id = ? and status = 'pending'";
    private static final String THESE = PENDING + " and id = any(?)";
    // The decision that stood before the request stands again, with the policy that it was about.
    private static final String REJECT_AGAIN = "update proposal set status = 'rejected', version = version + 1,"
            + " batch_id = rejected_in, rejected_in = null, request_id = null,"
            + " policy_id = coalesce((select d.policy_id from decision d where d.batch_id = proposal.rejected_in"
            + " and d.proposal_id = proposal.id), policy_id),"
            + " policy_version = coalesce((select d.policy_version from decision d where d.batch_id = proposal.rejected_in"
            + " and d.proposal_id = proposal.id), policy_version),"
            + " policy_name = coalesce((select p.name from decision d join policy p on p.id = d.policy_id"
            + " where d.batch_id = proposal.rejected_in and d.proposal_id = proposal.id), policy_name)"
            + THESE + " and rejected_in is not null and exists (select 1 from decision d"
            + " where d.batch_id = proposal.rejected_in and d.proposal_id = proposal.id and d.undone_at is null)";

    private final Statements sql;
    private final String user;
    private final JdbcPolicyCounters counters;

    public JdbcRequestLog(Database database, String user, JdbcPolicyCounters counters) {
        this.sql = new Statements(database);
        this.user = user;
        this.counters = counters;
    }

    @Override
    public long open(Instant at) {
        return sql.insert(
                "insert into policy_firing (user_id, policy_id, fired_at, fired) values (?, ?, ?, 0)",
                user,
                OnRequest.POLICY_ID,
                at);
    }

    @Override
    public OptionalLong newest() {
        long newest = sql.number(
                "select coalesce(max(request_id), 0) from proposal where user_id = ? and status = 'pending'", user);
        return newest == 0 ? OptionalLong.empty() : OptionalLong.of(newest);
    }

    @Override
    public OptionalLong proposals(long request) {
        return sql
                .list(
                        "select fired from policy_firing where id = ? and user_id = ? and policy_id = ?",
                        row -> row.getLong(1),
                        request,
                        user,
                        OnRequest.POLICY_ID)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public List<Long> pending(long request) {
        return sql.list("select id from proposal" + PENDING + " order by id", row -> row.getLong(1), request, user);
    }

    @Override
    public int withdraw(long request, Collection<Long> proposals) {
        return sql.update(REJECT_AGAIN, request, user, proposals)
                + sql.update("delete from proposal" + THESE, request, user, proposals);
    }

    @Override
    public void count(long request, int more, Instant now) {
        sql.update("update policy_firing set fired = fired + ? where id = ?", more, request);
        sql.first(
                        "select fired_at from policy_firing where id = ?",
                        row -> Statements.instant(row, "fired_at"),
                        request)
                .ifPresent(at -> counters.requested(more, at, now));
    }
}
