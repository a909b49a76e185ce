package io.countersign.approval.trust;

import io.countersign.shared.WilsonInterval;
import java.time.Instant;
import java.util.Optional;

/**
 * Where one policy stands, as its decisions and the person's answers, one after another, brought it there. Pure: equal histories
 * give equal standings, so that undo is a replay of what is left.
 *
 * @param approved approvals since it was last changed or demoted
 * @param rejected rejections since then
 * @param alarm watches while it is earned or automatic
 * @param declined true when the person is not to be asked about it again
 * @param since when it came to its level
 * @param demoted why automation was taken away, a sentence; empty unless a drift did that
 */
public record Standing(
        TrustLevel level,
        long approved,
        long rejected,
        DriftAlarm alarm,
        boolean declined,
        Instant since,
        Optional<String> demoted) {
    static final long LEAST_DECISIONS = 20;
    static final double LEAST_PRECISION = 0.95;

    /** Of a policy about which nothing was decided since that moment. */
    static Standing at(Instant since) {
        return new Standing(TrustLevel.SUGGEST, 0, 0, DriftAlarm.QUIET, false, since, Optional.empty());
    }

    /** After one more event; {@code mayAct} is false for a policy whose action always asks, which never rises. */
    Standing after(TrustEvent event, boolean mayAct) {
        return switch (event) {
            case TrustEvent.Decided(var approve, var times, var at) ->
                approve ? approved(times, at, mayAct) : rejected(times, at);
            case TrustEvent.Said(var answer, var at) -> said(answer, at);
        };
    }

    private Standing approved(long times, Instant at, boolean mayAct) {
        if (level != TrustLevel.SUGGEST) {
            return counted(level, times, 0, alarm.approved(times), since);
        }
        boolean earns = mayAct && isEarned(approved + times, rejected);
        return counted(earns ? TrustLevel.EARNED : level, times, 0, DriftAlarm.QUIET, earns ? at : since);
    }

    private Standing rejected(long times, Instant at) {
        var standing = this;
        long left = times;
        while (left > 0 && standing.level != TrustLevel.SUGGEST) {
            standing = standing.rejectedOnce(at);
            left--;
        }
        return left == 0 ? standing : standing.counted(standing.level, 0, left, DriftAlarm.QUIET, standing.since);
    }

    private Standing rejectedOnce(Instant at) {
        var after = alarm.rejectedOnce();
        if (after.rings()) {
            return new Standing(
                    TrustLevel.SUGGEST, 0, 0, DriftAlarm.QUIET, declined, at, Optional.of(Sentences.drift(after)));
        }
        boolean lost = level == TrustLevel.EARNED && !isEarned(approved, rejected + 1);
        return lost ? counted(TrustLevel.SUGGEST, 0, 1, DriftAlarm.QUIET, at) : counted(level, 0, 1, after, since);
    }

    private Standing counted(
            TrustLevel now, long moreApproved, long moreRejected, DriftAlarm alarmNow, Instant sinceThen) {
        return new Standing(
                now, approved + moreApproved, rejected + moreRejected, alarmNow, declined, sinceThen, demoted);
    }

    private Standing said(Answer answer, Instant at) {
        return switch (answer) {
            case AUTOMATIC ->
                level == TrustLevel.EARNED
                        ? new Standing(TrustLevel.AUTOMATIC, approved, rejected, alarm, false, at, Optional.empty())
                        : this;
            case ASK -> new Standing(level, approved, rejected, alarm, true, since, demoted);
            case DEMOTE -> new Standing(TrustLevel.SUGGEST, 0, 0, DriftAlarm.QUIET, true, at, Optional.empty());
        };
    }

    long decided() {
        return approved + rejected;
    }

    /** Lower end of the interval of its approvals; 0 without decisions. */
    double precisionLow() {
        return low(approved, decided());
    }

    /** The fewest approvals in a row after which this would be earned. */
    int missing() {
        int high = 1;
        while (!isEarned(approved + high, rejected) && high < Integer.MAX_VALUE / 2) {
            high *= 2;
        }
        int low = 0;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isEarned(approved + middle, rejected)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean isEarned(long approved, long rejected) {
        long decided = approved + rejected;
        return decided >= LEAST_DECISIONS && low(approved, decided) >= LEAST_PRECISION;
    }

    private static double low(long approved, long decided) {
        return WilsonInterval.of(approved, decided).map(WilsonInterval::low).orElse(0.0);
    }
}
