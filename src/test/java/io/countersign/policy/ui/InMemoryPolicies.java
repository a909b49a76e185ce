package io.countersign.policy.ui;

import io.countersign.policy.ImportPreview;
import io.countersign.policy.LintFinding;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyLint;
import io.countersign.policy.PolicyVersion;
import io.countersign.shared.CountersignException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A desk that keeps policies in a list, with versions as the stored one keeps them. */
final class InMemoryPolicies implements PolicyDesk {
    private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

    private final Map<Long, Policy> policies = new LinkedHashMap<>();
    private final Map<Long, List<PolicyVersion>> versions = new LinkedHashMap<>();
    private final PolicyJson json = new PolicyJson();
    private long lastId;
    private int changes;
    private boolean broken;

    /** Adds policies as they are, apart from their ids. */
    InMemoryPolicies with(Collection<Policy> added) {
        added.forEach(policy -> store(placed(policy, ++lastId, 1)));
        return this;
    }

    /** From now on nothing can be read or stored. */
    void breakDown(boolean now) {
        broken = now;
    }

    @Override
    public synchronized List<Policy> all() {
        answer();
        return policies.values().stream()
                .sorted(Comparator.comparingInt(Policy::priority).thenComparingLong(Policy::id))
                .toList();
    }

    @Override
    public synchronized Policy save(Policy policy) {
        answer();
        if (policy.id() == 0) {
            return store(placed(policy, ++lastId, 1));
        }
        var stored = Optional.ofNullable(policies.get(policy.id()))
                .orElseThrow(() -> new CountersignException.NotFound("policy", policy.id()));
        if (stored.version() != policy.version()) {
            throw new CountersignException.Stale(policy.name());
        }
        return store(placed(policy, policy.id(), stored.version() + 1));
    }

    @Override
    public synchronized Policy enable(long id, boolean enabled) {
        return next(policy(id).withEnabled(enabled));
    }

    @Override
    public synchronized boolean remove(long id) {
        answer();
        return policies.remove(id) != null;
    }

    @Override
    public synchronized List<Policy> reorder(List<Long> ids) {
        var order = new ArrayList<>(ids);
        all().stream().map(Policy::id).filter(id -> !ids.contains(id)).forEach(order::add);
        for (int i = 0; i < order.size(); i++) {
            var policy = policy(order.get(i));
            policies.put(policy.id(), at(policy, i + 1));
        }
        return all();
    }

    @Override
    public synchronized List<PolicyVersion> versions(long id) {
        return versions.getOrDefault(id, List.of()).reversed();
    }

    @Override
    public synchronized Policy restore(long id, int version) {
        var wanted = versions(id).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow()
                .policy();
        return next(wanted);
    }

    @Override
    public List<LintFinding> lint(Policy draft) {
        var among = new ArrayList<Policy>();
        among.add(draft);
        policies.values().stream().filter(policy -> policy.id() != draft.id()).forEach(among::add);
        var prefix = "policies[0].";
        return new PolicyLint()
                .lint(among).stream()
                        .filter(finding -> finding.path().startsWith(prefix))
                        .map(finding -> new LintFinding(
                                finding.path().substring(prefix.length()), finding.severity(), finding.message()))
                        .toList();
    }

    @Override
    public synchronized ImportPreview preview(List<Policy> imported) {
        return new ImportPreview(imported.stream().map(this::entry).toList());
    }

    private ImportPreview.Entry entry(Policy imported) {
        var stored = all().stream()
                .filter(policy -> policy.name().equals(imported.name()))
                .findFirst();
        var changed = new ArrayList<String>();
        stored.ifPresent(policy -> {
            if (!json.print(policy.condition()).equals(json.print(imported.condition()))) {
                changed.add("condition");
            }
            if (!policy.action().equals(imported.action())) {
                changed.add("action");
            }
        });
        return new ImportPreview.Entry(imported, stored, changed);
    }

    @Override
    public synchronized List<Policy> apply(ImportPreview preview) {
        return preview.entries().stream()
                .filter(entry -> entry.stored().isEmpty() || !entry.changed().isEmpty())
                .map(entry -> entry.stored()
                        .map(stored -> next(placed(entry.imported(), stored.id(), stored.version())))
                        .orElseGet(() -> save(placed(entry.imported(), 0, 0))))
                .toList();
    }

    @Override
    public synchronized String export(Collection<Long> ids) {
        return json.print(all().stream()
                .filter(policy -> ids.isEmpty() || ids.contains(policy.id()))
                .toList());
    }

    private Policy next(Policy policy) {
        int newest = versions(policy.id()).getFirst().version();
        return store(placed(policy, policy.id(), newest + 1));
    }

    private Policy policy(long id) {
        answer();
        return Optional.ofNullable(policies.get(id)).orElseThrow(() -> new CountersignException.NotFound("policy", id));
    }

    private Policy store(Policy policy) {
        policies.put(policy.id(), policy);
        versions.computeIfAbsent(policy.id(), _ -> new ArrayList<>())
                .add(new PolicyVersion(policy.version(), BEGIN.plus(Duration.ofHours(7L * changes++)), policy));
        return policy;
    }

    private void answer() {
        if (broken) {
            throw new CountersignException.Storage("read", new IllegalStateException("gone"));
        }
    }

    private static Policy placed(Policy policy, long id, int version) {
        return new Policy(
                id,
                version,
                policy.name(),
                policy.reason(),
                policy.enabled(),
                policy.priority(),
                policy.condition(),
                policy.action(),
                policy.confidenceThreshold(),
                policy.includeProtected());
    }

    private static Policy at(Policy policy, int priority) {
        return new Policy(
                policy.id(),
                policy.version(),
                policy.name(),
                policy.reason(),
                policy.enabled(),
                priority,
                policy.condition(),
                policy.action(),
                policy.confidenceThreshold(),
                policy.includeProtected());
    }
}
