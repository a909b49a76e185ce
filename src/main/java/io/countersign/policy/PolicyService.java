package io.countersign.policy;

import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person does with policies, on stored ones: whatever changes more than one of them changes all or none. */
public final class PolicyService implements PolicyDesk {
    private final PolicyRepository policies;
    private final Transactions transactions;
    private final PolicyJson json = new PolicyJson();
    private final PolicyLint lint = new PolicyLint();

    public PolicyService(PolicyRepository policies, Transactions transactions) {
        this.policies = policies;
        this.transactions = transactions;
    }

    @Override
    public List<Policy> all() {
        return policies.all();
    }

    @Override
    public Policy save(Policy policy) {
        var sound = sound(policy);
        return transactions.inTransaction(() -> sound.id() == 0
                ? policies.add(List.of(sound)).getFirst()
                : policies.find(sound.id())
                        .map(stored -> changed(stored, sound))
                        .orElseThrow(() -> new CountersignException.NotFound("policy", sound.id())));
    }

    @Override
    public List<Policy> add(List<Policy> added) {
        return transactions.inTransaction(() -> PolicyDesk.super.add(added));
    }

    @Override
    public Policy enable(long id, boolean enabled) {
        return transactions.inTransaction(() -> {
            var stored = find(id);
            if (enabled) {
                sound(stored);
            }
            return changed(stored, stored.withEnabled(enabled));
        });
    }

    @Override
    public boolean remove(long id) {
        return policies.remove(id);
    }

    @Override
    public List<Policy> reorder(List<Long> ids) {
        return transactions.inTransaction(() -> {
            var stored = policies.all();
            var byId = stored.stream().collect(Collectors.toMap(Policy::id, Function.identity()));
            for (var policy : PriorityOrder.of(wanted(ids, stored, byId))) {
                changed(byId.getOrDefault(policy.id(), policy), policy);
            }
            return policies.all();
        });
    }

    private static List<Policy> wanted(List<Long> ids, List<Policy> stored, Map<Long, Policy> byId) {
        var order = new ArrayList<Policy>(stored.size());
        var named = new HashSet<Long>();
        for (long id : ids) {
            var policy = byId.get(id);
            if (policy == null) {
                throw new CountersignException.NotFound("policy", id);
            }
            if (named.add(id)) {
                order.add(policy);
            }
        }
        stored.stream().filter(policy -> !named.contains(policy.id())).forEach(order::add);
        return order;
    }

    @Override
    public List<PolicyVersion> versions(long id) {
        return policies.versions(id);
    }

    @Override
    public Policy restore(long id, int version) {
        return transactions.inTransaction(() -> {
            var earlier = policies.versions(id).stream()
                    .filter(one -> one.version() == version)
                    .findFirst()
                    .map(PolicyVersion::policy)
                    .map(this::sound)
                    .orElseThrow(() -> new CountersignException.NotFound("policy.version", id + "/" + version));
            return policies.find(id)
                    .map(stored -> changed(stored, earlier.numbered(id, stored.version())))
                    .orElseGet(() -> policies.reinstate(earlier));
        });
    }

    @Override
    public List<LintFinding> lint(Policy draft) {
        return lint.lint(draft, policies.all());
    }

    @Override
    public ImportPreview preview(List<Policy> imported) {
        return ImportPreviews.of(imported, policies.all());
    }

    @Override
    public List<Policy> apply(ImportPreview preview) {
        return transactions.inTransaction(() -> {
            var imported = preview.entries().stream()
                    .map(ImportPreview.Entry::imported)
                    .toList();
            if (!preview(imported).equals(preview)) {
                throw new CountersignException.Stale("policies");
            }
            return preview.entries().stream().map(this::applied).toList();
        });
    }

    private Policy applied(ImportPreview.Entry entry) {
        var sound = sound(entry.imported());
        return entry.stored()
                .map(stored -> changed(stored, sound.numbered(stored.id(), stored.version())))
                .orElseGet(() -> policies.add(List.of(sound)).getFirst());
    }

    @Override
    public String export(Collection<Long> ids) {
        ids.forEach(this::find);
        return json.print(policies.all().stream()
                .filter(policy -> ids.isEmpty() || ids.contains(policy.id()))
                .toList());
    }

    /** Stores what differs; nothing when nothing does. */
    private Policy changed(Policy stored, Policy wanted) {
        if (stored.version() != wanted.version()) {
            throw new CountersignException.Stale(wanted.name());
        }
        if (stored.equals(wanted)) {
            return stored;
        }
        return PolicyDifference.revises(stored, wanted) ? policies.update(wanted) : policies.adjust(wanted);
    }

    /** The policy as it will be read again; throws CountersignException.Invalid when it could not be. */
    private Policy sound(Policy policy) {
        return json.parse(json.printLine(policy)).orThrow().getFirst().numbered(policy.id(), policy.version());
    }

    private Policy find(long id) {
        return policies.find(id).orElseThrow(() -> new CountersignException.NotFound("policy", id));
    }
}
