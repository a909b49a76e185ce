package io.countersign.policy.jdbc;

import io.countersign.policy.Policy;
import io.countersign.policy.PolicyRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;
import java.util.List;

/** Gives a new database its first policies, once: a person who removed them all is not given them again. */
public final class DefaultPolicyInstaller {
    private static final String FLAG = "default_policies_installed";

    private final Statements sql;
    private final PolicyRepository policies;
    private final Clock clock;

    public DefaultPolicyInstaller(Database database, PolicyRepository policies, Clock clock) {
        this.sql = new Statements(database);
        this.policies = policies;
        this.clock = clock;
    }

    /** Stores them if this never ran before and there are no policies; returns what was stored. */
    public List<Policy> installIfEmpty(List<Policy> defaults) {
        return sql.inTransaction(() -> {
            int first = sql.update(
                    "insert into flag (name, set_at) values (?, ?) on conflict do nothing", FLAG, clock.instant());
            return first == 1 && policies.all().isEmpty() ? policies.add(defaults) : List.of();
        });
    }
}
