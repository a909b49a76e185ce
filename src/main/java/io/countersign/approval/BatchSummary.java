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
 */
public record BatchSummary(
        long id,
        Instant at,
        String user,
        boolean approve,
        Map<String, Integer> byAction,
        int failed,
        Optional<Instant> undoneAt) {
    public BatchSummary {
        byAction = Map.copyOf(byAction);
    }

    public int size() {
        return byAction.values().stream().mapToInt(Integer::intValue).sum();
    }
}
