package io.countersign.money.extraction;

import io.countersign.classify.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who stands between a person and a merchant, and which words are no names, by {@code money/payees.txt}. Immutable. */
final class Relays {
    private final Map<String, Relay> byDomain = new HashMap<>();
    private final Map<String, Relay> byName = new HashMap<>();
    private final Map<String, List<List<String>>> words = new HashMap<>();

    enum Role {
        WALLET,
        STORE,
        SILENT
    }

    record Relay(String name, Role role) {}

    Relays(DataFile file) {
        for (var section : file.sections()) {
            var head = section.name().split(" ", 2);
            if (head.length == 1) {
                var list = words.computeIfAbsent(head[0], _ -> new ArrayList<>());
                section.lines().forEach(line -> list.add(folded(line.text())));
                continue;
            }
            var role = role(section, head[0]);
            var relay = new Relay(head[1], role);
            byName.put(String.join(" ", folded(head[1])), relay);
            section.lines().forEach(line -> line.words().forEach(domain -> byDomain.put(domain, relay)));
        }
    }

    private static Role role(DataFile.Section section, String name) {
        for (var role : Role.values()) {
            if (role.name().equalsIgnoreCase(name)) {
                return role;
            }
        }
        throw section.at().refuse("'" + name + "' is not a kind of relay");
    }

    static List<String> folded(String text) {
        return Words.of(text).stream().map(Words.Word::text).toList();
    }

    Optional<Relay> ofDomain(String domain) {
        String rest = domain;
        for (int i = 0; i < 6 && !rest.isEmpty(); i++) {
            var relay = byDomain.get(rest);
            if (relay != null) {
                return Optional.of(relay);
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    Optional<Relay> ofName(String name) {
        return Optional.ofNullable(byName.get(String.join(" ", folded(name))));
    }

    /** The phrases of a list, each as folded words. */
    List<List<String>> phrases(String list) {
        return words.getOrDefault(list, List.of());
    }

    /** The same as whole lines. */
    Set<String> lines(String list) {
        return phrases(list).stream().map(words -> String.join(" ", words)).collect(Collectors.toSet());
    }
}
