package io.countersign.approval.jdbc;

import io.countersign.shared.db.Statements;
import java.util.Collection;

/**
 * The shares in {@code policy_stats}: precision is approved / fired as the reference documents it; recall is the wanted part of
 * what fired / (that and what was missed), where decided proposals stand for those that wait. Zero without evidence.
 */
public final class PolicyRates {
    private static final String REFRESH = """
            update policy_stats set
                precision = case when fired = 0 then 0 else cast(approved as double precision) / fired end,
                recall = case when missed is null or approved = 0 then 0
                              else fired * (cast(approved as double precision) / (approved + rejected))
                                   / (fired * (cast(approved as double precision) / (approved + rejected)) + missed) end
            where user_id = ? and policy_id = any(?)
            """;

    private PolicyRates() {}

    /** Works them out anew from the counts beside them. */
    public static void refresh(Statements sql, String user, Collection<Long> policies) {
        if (!policies.isEmpty()) {
            sql.update(REFRESH, user, policies);
        }
    }
}
