package io.countersign.approval.jdbc;

import io.countersign.approval.Draft;
import io.countersign.approval.ProposalWriter;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Changes proposals in H2 or PostgreSQL. */
public final class JdbcProposalWriter implements ProposalWriter {
    private static final int MAX_TEXT = 1000;
    private static final int MAX_FAILURE = 2000;
    private static final String INSERT = "insert into proposal (user_id, version, status, message_id, message_version,"
            + " policy_id, policy_version, policy_name, action, params, params_key, confidence, prior, from_name, from_email,"
            + " subject, received_at, created_at, features, request_id) values (?, 0, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REVIVE =
            "update proposal set version = version + 1, status = 'pending', rejected_in = batch_id,"
                    + " batch_id = null, failure = null, message_version = ?, policy_id = ?, policy_version = ?,"
                    + " policy_name = ?, confidence = ?, prior = ?, features = ?, request_id = ?"
                    + " where id = ? and user_id = ? and status = 'rejected'";

    private final Statements sql;
    private final String user;
    private final RationaleJson rationales = new RationaleJson();

    public JdbcProposalWriter(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public void add(List<Draft> drafts, Instant now, OptionalLong request) {
        if (drafts.isEmpty()) {
            return;
        }
        var actions = new ActionColumns();
        var ids = sql.insertAll(INSERT, drafts, (to, draft) -> {
            var message = draft.message();
            var policy = draft.policy();
            var envelope = message.envelope();
            to.add(user).add(message.id()).add(message.version());
            to.add(policy.id()).add(policy.version()).add(policy.name());
            to.add(policy.action().id()).add(actions.params(policy.action())).add(actions.key(policy.action()));
            to.add(draft.confidence()).add(draft.prior());
            to.add(fit(envelope.from().name()))
                    .add(fit(envelope.from().email()))
                    .add(fit(envelope.subject()));
            to.add(envelope.receivedAt()).add(now).add(FeatureColumn.text(draft.features()));
            to.add(id(request));
        });
        var rationaleOf = new ArrayList<Revival>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            rationaleOf.add(new Revival(ids.get(i), drafts.get(i)));
        }
        sql.batch(
                "insert into proposal_rationale (rationale, proposal_id) values (?, ?)",
                rationaleOf,
                this::bindRationale);
    }

    @Override
    public void revive(List<Revival> revivals, OptionalLong request) {
        sql.batch(REVIVE, revivals, (to, revival) -> {
            var draft = revival.draft();
            to.add(draft.message().version());
            to.add(draft.policy().id())
                    .add(draft.policy().version())
                    .add(draft.policy().name());
            to.add(draft.confidence()).add(draft.prior()).add(FeatureColumn.text(draft.features()));
            to.add(id(request)).add(revival.id()).add(user);
        });
        sql.batch("update proposal_rationale set rationale = ? where proposal_id = ?", revivals, this::bindRationale);
    }

    @Override
    public void see(Map<Long, List<String>> features) {
        sql.batch(
                "update proposal set features = ? where id = ?",
                List.copyOf(features.entrySet()),
                (to, entry) -> to.add(FeatureColumn.text(entry.getValue())).add(entry.getKey()));
    }

    @Override
    public int decide(long batch, boolean approve, Collection<Long> ids) {
        var versions = approve
                ? ""
                : ", message_version = coalesce((select m.version from message m where m.id = proposal.message_id),"
                        + " message_version), policy_version = coalesce((select p.version from policy p"
                        + " where p.id = proposal.policy_id), policy_version)";
        return sql.update(
                "update proposal set status = ?, version = version + 1, batch_id = ?" + versions
                        + " where id = any(?) and user_id = ? and status = 'pending'",
                approve ? "approved" : "rejected",
                batch,
                ids,
                user);
    }

    @Override
    public void finish(List<Finished> finished) {
        var executed = finished.stream()
                .filter(one -> one.failure().isEmpty())
                .map(Finished::id)
                .toList();
        if (!executed.isEmpty()) {
            sql.update("update proposal set status = 'executed', version = version + 1 where id = any(?)", executed);
        }
        sql.batch(
                "update proposal set status = 'failed', version = version + 1, failure = ? where id = ?",
                finished.stream().filter(one -> one.failure().isPresent()).toList(),
                (to, one) -> to.add(Statements.fit(one.failure().orElseThrow(), MAX_FAILURE))
                        .add(one.id()));
    }

    @Override
    public void reopen(long batch, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            sql.update(
                    "update proposal set status = 'pending', version = version + 1, batch_id = null, failure = null"
                            + " where id = any(?) and user_id = ? and batch_id = ?",
                    ids,
                    user,
                    batch);
        }
    }

    private void bindRationale(Statements.Arguments to, Revival revival) throws java.sql.SQLException {
        to.add(rationales.write(revival.draft().rationale())).add(revival.id());
    }

    private static @Nullable Long id(OptionalLong request) {
        return request.isPresent() ? request.getAsLong() : null;
    }

    private static String fit(String text) {
        return Statements.fit(text, MAX_TEXT);
    }
}
