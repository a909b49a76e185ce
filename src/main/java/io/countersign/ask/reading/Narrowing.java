package io.countersign.ask.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a question is limited to.
 *
 * @param mentions names and other words that no file knows; each must be met
 * @param except what is left out
 * @param values ids that were named, by their group: {@code stage}, {@code category}, {@code currency}, {@code spend},
 *     {@code state}, {@code status}
 * @param past the question speaks of what has been
 */
public record Narrowing(
        Optional<Period> period,
        List<Mention> mentions,
        List<Mention> except,
        Map<String, Set<String>> values,
        boolean past) {
    public Narrowing {
        mentions = List.copyOf(mentions);
        except = List.copyOf(except);
        values = Map.copyOf(values);
    }

    /** The ids that were named in a group. */
    public Set<String> values(String group) {
        return values.getOrDefault(group, Set.of());
    }

    /** True when this id of a group was named. */
    public boolean has(String group, String value) {
        return values(group).contains(value);
    }
}
