package io.countersign.approval;

import io.countersign.approval.AuditLog.Line;
import io.countersign.approval.ProposalWriter.Revival;
import io.countersign.approval.ProposeResult.PolicyFailure;
import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyEngine;
import io.countersign.policy.PolicyError;
import io.countersign.policy.Verdict;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One run of the policies over a stream of mail. Made for one run; not thread-safe. */
final class Proposer {
    private static final int CHUNK = 1000;
    private static final int SMALLEST_CHUNK = 100;

    /** What to look at, and what to do about it. */
    record Order(Predicate<Message> scope, long limit, boolean dryRun, Progress progress) {}

    private final Workspace workspace;
    private final ApprovalStore store;
    private final Drafting drafting;
    private final Order order;
    private final Instant now;
    private final PolicyEngine engine;
    private final Map<Long, String> names;
    private final List<Draft> waiting = new ArrayList<>();
    private final Map<Long, PolicyFailure> failures = new LinkedHashMap<>();
    private final Map<Long, Integer> fired = new LinkedHashMap<>();
    private long evaluated;
    private long created;
    private long existing;

    Proposer(Workspace workspace, ApprovalStore store, Learning learning, Order order) {
        this.workspace = workspace;
        this.store = store;
        this.order = order;
        this.now = workspace.clock().instant();
        var policies = workspace.policies().all();
        this.engine = new PolicyEngine(policies);
        this.names = policies.stream().collect(Collectors.toMap(Policy::id, Policy::name));
        var experience = new Lessons(workspace.user(), store.features(), learning).experience();
        this.drafting =
                new Drafting(learning, experience, store.promotionShares().byDomain());
    }

    ProposeResult run(Consumer<Predicate<Message>> mail) {
        try {
            if (order.limit() > 0) {
                mail.accept(this::visit);
            }
            flush();
        } finally {
            if (!order.dryRun()) {
                workspace.inTransaction(this::audit);
            }
        }
        return new ProposeResult(evaluated, created, existing, List.copyOf(failures.values()));
    }

    /** False once enough was proposed. */
    private boolean visit(Message message) {
        if (!order.scope().test(message)) {
            return true;
        }
        evaluated++;
        var verdict = engine.evaluate(message, now);
        verdict.errors().forEach(error -> failed(error, message));
        if (verdict instanceof Verdict.Match match) {
            waiting.add(drafting.draft(match));
            if (waiting.size() >= Math.clamp(order.limit() - created, SMALLEST_CHUNK, CHUNK)) {
                flush();
            }
        }
        return created < order.limit();
    }

    private void failed(PolicyError error, Message message) {
        var policy = error.policy();
        failures.merge(
                policy.id(),
                new PolicyFailure(policy.id(), policy.name(), message.id(), error.reason(), 1),
                (first, _) -> new PolicyFailure(
                        first.policyId(), first.policyName(), first.messageId(), first.reason(), first.times() + 1));
    }

    private void flush() {
        order.progress().checkCancelled();
        if (!waiting.isEmpty()) {
            var chunk = workspace.inTransaction(this::store);
            existing += chunk.existing();
            created += chunk.news().size();
            chunk.news().forEach(draft -> fired.merge(draft.policy().id(), 1, Integer::sum));
            waiting.clear();
        }
        order.progress().report(evaluated, 0, created + " proposals");
    }

    private record Chunk(List<Draft> news, int existing) {}

    private Chunk store() {
        if (!order.dryRun()) {
            store.decisions().lock();
        }
        var earlier = store.proposals()
                .earlier(waiting.stream().map(draft -> draft.message().id()).toList());
        var fresh = new ArrayList<Draft>();
        var revivals = new ArrayList<Revival>();
        int existed = 0;
        for (var draft : waiting) {
            var before = earlier.get(draft.key());
            if (before != null && !Revivals.mayPropose(before, draft.policy(), draft.message(), this::changedAt)) {
                existed++;
            } else if (fresh.size() + revivals.size() < order.limit() - created) {
                if (before == null) {
                    fresh.add(draft);
                } else {
                    revivals.add(new Revival(before.id(), draft));
                }
            }
        }
        var news = new ArrayList<>(fresh);
        revivals.forEach(revival -> news.add(revival.draft()));
        if (!order.dryRun()) {
            write(fresh, revivals, news);
        }
        return new Chunk(news, existed);
    }

    private void write(List<Draft> fresh, List<Revival> revivals, List<Draft> news) {
        store.writer().add(fresh, now, OptionalLong.empty());
        store.writer().revive(revivals, OptionalLong.empty());
        store.audit()
                .add(
                        now,
                        revivals.stream()
                                .map(revival -> new Line(
                                        "proposed",
                                        null,
                                        revival.id(),
                                        revival.draft().message().id(),
                                        revival.draft().policy().id(),
                                        revival.draft().policy().name(),
                                        "again: the policy or the mail changed"))
                                .toList());
        store.counters()
                .fired(
                        news.stream()
                                .collect(
                                        Collectors.toMap(draft -> draft.policy().id(), _ -> 1, Integer::sum)),
                        now);
    }

    private Instant changedAt(long policyId) {
        return store.proposals().policyChangedAt(policyId).orElse(Instant.MIN);
    }

    private boolean audit() {
        var lines = new ArrayList<Line>();
        fired.forEach((policy, count) -> lines.add(
                new Line("proposed", null, null, null, policy, names.getOrDefault(policy, "") + ": " + count, null)));
        failures.values()
                .forEach(failure -> lines.add(new Line(
                        "failed",
                        null,
                        null,
                        failure.messageId(),
                        failure.policyId(),
                        failure.policyName(),
                        failure.reason() + (failure.times() > 1 ? " (" + failure.times() + " mails)" : ""))));
        store.audit().add(now, lines);
        return true;
    }
}
