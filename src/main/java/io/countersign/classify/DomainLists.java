package io.countersign.classify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Named lists of domains, and brands with the domains that are theirs. Immutable. */
public final class DomainLists {
    static final String DOMAINS = "domains.txt";
    static final String BRANDS = "brands.txt";

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, Set<String>> brands = new HashMap<>();
    private final Set<String> branded = new HashSet<>();

    /** Reads the data files; a broken one throws {@code CountersignException.Invalid}. */
    public static DomainLists load() {
        return new DomainLists(DataFile.resource("classify", DOMAINS), DataFile.resource("classify", BRANDS));
    }

    DomainLists(DataFile domains, DataFile brandFile) {
        for (var section : domains.sections()) {
            var list = lists.computeIfAbsent(section.name(), _ -> new HashSet<>());
            for (var line : section.lines()) {
                for (var domain : line.words()) {
                    line.require(domain.contains("."), "'" + domain + "' is not a domain");
                    list.add(domain);
                }
            }
        }
        for (var section : brandFile.sections()) {
            var own = brands.computeIfAbsent(section.name(), _ -> new HashSet<>());
            section.lines().forEach(line -> own.addAll(line.words()));
            branded.addAll(own);
        }
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    /** The domains of a list; none when there is no such list. */
    public Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    /** True when the domain or one that it lies under is in the list. */
    boolean contains(String list, String domain) {
        return coveredBy(list(list), domain);
    }

    /** Brand name (one lower-case word) to the domains that its owner sends from. */
    Map<String, Set<String>> brands() {
        return brands;
    }

    boolean ownedBy(String brand, String domain) {
        return coveredBy(brands.getOrDefault(brand, Set.of()), domain);
    }

    boolean ownedByAny(String domain) {
        return coveredBy(branded, domain);
    }

    private static boolean coveredBy(Set<String> known, String domain) {
        String rest = domain;
        for (int labels = 0; labels < 8; labels++) {
            if (known.contains(rest)) {
                return true;
            }
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return false;
    }

    /** The part of a host name that was registered: {@code shop.example.co.uk} is {@code example.co.uk}. */
    String registered(String host) {
        int last = host.lastIndexOf('.');
        int second = last <= 0 ? -1 : host.lastIndexOf('.', last - 1);
        if (second < 0) {
            return host;
        }
        if (list("public-suffixes").contains(host.substring(second + 1))) {
            int third = host.lastIndexOf('.', second - 1);
            return host.substring(third + 1);
        }
        return host.substring(second + 1);
    }
}
