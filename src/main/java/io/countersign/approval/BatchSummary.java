package io.countersign.approval;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One decision, or ten thousand made at once.
 *
 * @param approve true for approvals, false for rejections
 * @param byAction how many proposals of each action id
 * @param undoneAt when it was taken back
 * @param automatic the name of the policy that did it alone; empty for what the person decided
 */
public record BatchSummary(
        long id,
        Instant at,
        String user,
        boolean approve,
        Map<String, Integer> byAction,
        int failed,
        Optional<Instant> undoneAt,
        Optional<String> automatic) {
    public BatchSummary {
        byAction = Map.copyOf(byAction);
    }

    /** One that the person decided. */
    public BatchSummary(
            long id,
            Instant at,
            String user,
            boolean approve,
            Map<String, Integer> byAction,
            int failed,
            Optional<Instant> undoneAt) {
        this(id, at, user, approve, byAction, failed, undoneAt, Optional.empty());
    }

    public int size() {
        return byAction.values().stream().mapToInt(Integer::intValue).sum();
    }
}
