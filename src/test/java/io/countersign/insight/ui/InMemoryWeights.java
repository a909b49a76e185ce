package io.countersign.insight.ui;

import io.countersign.learning.TaughtWeight;
import io.countersign.learning.UserWeight;
import io.countersign.learning.UserWeights;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learned weights of one person in a map. */
final class InMemoryWeights implements UserWeights {
    private final Map<String, Double> weights = new HashMap<>();

    @Override
    public List<UserWeight> all(String user) {
        return weights.entrySet().stream()
                .map(entry -> new UserWeight(entry.getKey(), entry.getValue(), Instant.EPOCH))
                .sorted(Comparator.comparingDouble(weight -> -Math.abs(weight.weight())))
                .toList();
    }

    /** With these weights learned. */
    void learned(Map<String, Double> learned) {
        weights.putAll(learned);
    }

    @Override
    public Map<String, TaughtWeight> of(String user, Collection<String> features) {
        return Map.of();
    }

    @Override
    public void put(String user, Map<String, TaughtWeight> added) {
        added.forEach((feature, taught) -> weights.put(feature, taught.weight()));
    }

    @Override
    public List<String> outdated(String user) {
        return List.of();
    }

    @Override
    public int reset(String user) {
        int count = weights.size();
        weights.clear();
        return count;
    }

    @Override
    public boolean reset(String user, String feature) {
        return weights.remove(feature) != null;
    }
}
