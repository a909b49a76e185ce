package io.countersign.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the stored policy that an imported one replaces: one of its name, of several the one with its id, else the next. */
final class ImportPreviews {
    private final List<Policy> left;

    private ImportPreviews(List<Policy> stored) {
        this.left = new ArrayList<>(stored);
    }

    static ImportPreview of(List<Policy> imported, List<Policy> stored) {
        var previews = new ImportPreviews(stored);
        var matches = new ArrayList<Optional<Policy>>();
        imported.forEach(policy -> matches.add(previews.take(policy, true)));
        var entries = new ArrayList<ImportPreview.Entry>();
        for (int i = 0; i < imported.size(); i++) {
            var policy = imported.get(i);
            var match = matches.get(i).or(() -> previews.take(policy, false));
            entries.add(new ImportPreview.Entry(
                    policy,
                    match,
                    match.map(one -> PolicyDifference.between(one, policy)).orElse(List.of())));
        }
        return new ImportPreview(entries);
    }

    private Optional<Policy> take(Policy imported, boolean sameId) {
        var found = left.stream()
                .filter(stored -> stored.name().equals(imported.name()) && (!sameId || stored.id() == imported.id()))
                .findFirst();
        found.ifPresent(left::remove);
        return found;
    }
}
