package io.countersign.approval.trust.jdbc;

import io.countersign.approval.trust.TrustLog.Origin;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyParse;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.List;

/** Reads since when policies do what they do now: name, switch, priority and threshold may have changed meanwhile. */
final class PolicyOrigins {
    private final Statements sql;
    private final PolicyJson json = new PolicyJson();

    PolicyOrigins(Database database) {
        this.sql = new Statements(database);
    }

    private record Version(int number, Instant at, String document) {}

    Origin of(Policy policy) {
        var versions = sql.list(
                "select version, changed_at, document from policy_version where policy_id = ? and version <= ?"
                        + " order by version desc",
                row -> new Version(
                        row.getInt("version"), Statements.instant(row, "changed_at"), row.getString("document")),
                policy.id(),
                policy.version());
        var origin = new Origin(policy.version(), Instant.EPOCH);
        for (var version : versions) {
            if (version.number() != policy.version() && !doesTheSame(version.document(), policy)) {
                break;
            }
            origin = new Origin(version.number(), version.at());
        }
        return origin;
    }

    private boolean doesTheSame(String document, Policy policy) {
        return json.parse(document) instanceof PolicyParse.Parsed(List<Policy> parsed)
                && parsed.size() == 1
                && parsed.getFirst().condition().equals(policy.condition())
                && parsed.getFirst().action().equals(policy.action())
                && parsed.getFirst().includeProtected() == policy.includeProtected();
    }
}
