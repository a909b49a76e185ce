package io.countersign.approval.trust;

import io.countersign.approval.trust.TrustLog.Stored;
import io.countersign.policy.ActionEffect;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyRepository;
import io.countersign.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keeps the standings in step with decisions, answers and changes of policies. What is stored is always what a replay of the log
 * gives: a decision is added to it, everything else replays. Thread-safe.
 */
public final class TrustBook implements TrustRecord {
    private static final String CHANGED = "The policy was changed, so it asks again.";
    private static final String TAKEN_BACK = "The approvals that had earned it were taken back, so it asks again.";

    private final Transactions transactions;
    private final PolicyRepository policies;
    private final TrustLog log;
    private final Clock clock;
    private final AskedShare asked;

    /** @param seed draws the share of an automatic policy's proposals that the person is asked about all the same */
    public TrustBook(Transactions transactions, PolicyRepository policies, TrustLog log, Clock clock, long seed) {
        this.transactions = transactions;
        this.policies = policies;
        this.log = log;
        this.clock = clock;
        this.asked = new AskedShare(seed, AskedShare.TENTH);
    }

    @Override
    public void decided(boolean approve, Collection<Count> counts, Instant now) {
        var perPolicy = counts.stream().collect(Collectors.groupingBy(Count::policyId));
        var stored = log.stored(perPolicy.keySet());
        perPolicy.forEach((id, versions) -> policies.find(id).ifPresent(policy -> {
            var before = stored.get(id);
            if (before == null || before.version() != policy.version()) {
                replay(policy, stored, CHANGED);
            } else {
                long times = versions.stream()
                        .filter(count -> count.policyVersion() >= before.fromVersion())
                        .mapToLong(Count::times)
                        .sum();
                if (times > 0) {
                    var event = new TrustEvent.Decided(approve, times, now);
                    move(policy, before, before.standing().after(event, mayAct(policy)), "");
                }
            }
        }));
    }

    @Override
    public void undone(Collection<Long> policyIds, Instant now) {
        var stored = log.stored(policyIds);
        policyIds.forEach(id -> policies.find(id).ifPresent(policy -> replay(policy, stored, TAKEN_BACK)));
    }

    @Override
    public List<Acting> acting() {
        var all = policies.all();
        var standings = standings(all);
        return all.stream()
                .filter(policy -> policy.enabled() && mayAct(policy))
                .flatMap(policy -> java.util.Optional.ofNullable(standings.get(policy.id())).stream()
                        .filter(stored -> stored.standing().level() == TrustLevel.AUTOMATIC)
                        .map(stored -> new Acting(
                                policy, stored.fromVersion(), stored.standing().since())))
                .toList();
    }

    @Override
    public boolean asksAnyway(long policyId, long messageId) {
        return asked.asks(policyId, messageId);
    }

    /** False for a policy whose action always asks. */
    static boolean mayAct(Policy policy) {
        return !ActionEffect.alwaysAsks(policy.action());
    }

    /** Where these policies stand now, whatever happened to them since that was last worked out. */
    Map<Long, Stored> standings(Collection<Policy> wanted) {
        var ids = wanted.stream().map(Policy::id).toList();
        var stored = log.stored(ids);
        if (wanted.stream().allMatch(policy -> isCurrent(policy, stored))) {
            return stored;
        }
        return transactions.inTransaction(() -> {
            log.lock();
            var before = log.stored(ids);
            var now = new HashMap<>(before);
            wanted.stream()
                    .filter(policy -> !isCurrent(policy, before))
                    .forEach(policy -> now.put(policy.id(), replay(policy, before, CHANGED)));
            return now;
        });
    }

    private static boolean isCurrent(Policy policy, Map<Long, Stored> stored) {
        var known = stored.get(policy.id());
        return known != null && known.version() == policy.version();
    }

    /** Stores what the person said and where that brings the policy. */
    Stored said(Policy policy, Stored before, Answer answer) {
        // To the precision of the databases: where it stands now must be what a replay from there gives.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        log.answer(policy, answer, now);
        return move(policy, before, before.standing().after(new TrustEvent.Said(answer, now), mayAct(policy)), "");
    }

    private Stored replay(Policy policy, Map<Long, Stored> stored, String why) {
        var origin = log.origin(policy);
        var standing = Standing.at(origin.at());
        for (var event : log.events(policy.id(), origin.version())) {
            standing = standing.after(event, mayAct(policy));
        }
        var before = stored.getOrDefault(
                policy.id(), new Stored(policy.version(), origin.version(), Standing.at(origin.at())));
        return move(policy, new Stored(before.version(), origin.version(), before.standing()), standing, why);
    }

    private Stored move(Policy policy, Stored before, Standing standing, String why) {
        var after = new Stored(policy.version(), before.fromVersion(), standing);
        log.store(policy.id(), after);
        var level = standing.level();
        if (level.compareTo(before.standing().level()) > 0) {
            log.audit(
                    clock.instant(), level == TrustLevel.EARNED ? "automation_earned" : "automation_on", policy, null);
        } else if (level != before.standing().level() && lost(before.standing(), standing)) {
            log.audit(clock.instant(), "automation_off", policy, reason(standing, why));
        }
        return after;
    }

    /** An earned policy that merely fell below the mark has lost nothing yet. */
    private static boolean lost(Standing before, Standing after) {
        return before.level() == TrustLevel.AUTOMATIC || after.demoted().isPresent();
    }

    private static @org.jspecify.annotations.Nullable String reason(Standing standing, String why) {
        return standing.demoted().orElse(why.isEmpty() ? null : why);
    }
}
