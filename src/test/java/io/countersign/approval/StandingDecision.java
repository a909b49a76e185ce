package io.countersign.approval;

import io.countersign.learning.OnlineLearner;
import io.countersign.learning.TaughtWeight;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A decision of the person that was not taken back, as the log has it. */
record StandingDecision(
        long batch,
        long proposal,
        long message,
        long policy,
        boolean approve,
        String action,
        Instant at,
        List<String> features) {

    /** All that stand, in the order in which they were made. */
    static List<StandingDecision> of(Desk desk) {
        return new Statements(desk.database)
                .list(
                        "select * from decision where undone_at is null order by batch_id, proposal_id",
                        row -> new StandingDecision(
                                row.getLong("batch_id"),
                                row.getLong("proposal_id"),
                                row.getLong("message_id"),
                                row.getLong("policy_id"),
                                row.getBoolean("approve"),
                                row.getString("action"),
                                Statements.instant(row, "decided_at"),
                                List.of(row.getString("features").split("\n"))));
    }

    /** What these decisions and nothing else teach, in their order. */
    static Map<String, TaughtWeight> taughtBy(List<StandingDecision> decisions) {
        var learner = new OnlineLearner();
        var weights = new HashMap<String, TaughtWeight>();
        for (var decision : decisions) {
            for (var feature : decision.features()) {
                weights.put(
                        feature,
                        learner.taught(
                                weights.getOrDefault(feature, TaughtWeight.NONE),
                                decision.approve(),
                                1,
                                decision.at()));
            }
        }
        return weights;
    }
}
