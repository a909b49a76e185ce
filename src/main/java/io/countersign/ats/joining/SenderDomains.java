package io.countersign.ats.joining;

import io.countersign.classify.DataFile;
import io.countersign.classify.DomainLists;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose mail a domain sends: of an employer's own people, or of a relay, a board, a provider. Immutable and thread-safe. */
public final class SenderDomains {
    private static final Set<String> NOBODYS = Set.of(
            "freemail",
            "ats",
            "assessments",
            "scheduling",
            "job-boards",
            "social",
            "banks",
            "payment",
            "esp",
            "trackers",
            "platforms",
            "tools",
            "ticketing");
    private static final int MOST_LABELS = 6;

    private final Set<String> others;
    private final Map<String, String> kinds;
    private final Set<String> suffixes;

    private SenderDomains(Set<String> others, Map<String, String> kinds, Set<String> suffixes) {
        this.others = others;
        this.kinds = kinds;
        this.suffixes = suffixes;
    }

    /** Reads the data files; a broken one throws {@code CountersignException.Invalid}. */
    public static SenderDomains load() {
        var lists = DomainLists.load();
        var others = new HashSet<String>();
        NOBODYS.forEach(name -> others.addAll(lists.list(name)));
        return new SenderDomains(others, systems(others), lists.list("public-suffixes"));
    }

    /** Adds the domains of all systems; returns their kinds by id. */
    private static Map<String, String> systems(Set<String> domains) {
        var kinds = new HashMap<String, String>();
        for (var section : DataFile.resource("ats", "systems.txt").sections()) {
            for (var line : section.lines()) {
                if (line.keyword().equals("domains")) {
                    domains.addAll(line.words().subList(1, line.words().size()));
                } else if (line.keyword().equals("kind")) {
                    kinds.put(section.name(), line.argument());
                }
            }
        }
        return kinds;
    }

    /** True for the id of a job board. */
    boolean isJobBoard(String system) {
        return "board".equals(kinds.get(system));
    }

    /** True for the id of a system in which employers keep applications. */
    boolean tracks(String system) {
        return "ats".equals(kinds.get(system));
    }

    /**
     * What an employer's mail domains have in common: {@code acme.co.uk} for {@code mail.acme.co.uk}. Empty for a domain of
     * somebody else: a provider, a relay, a board.
     */
    public Optional<String> employer(String domain) {
        var labels = domain.split("\\.", -1);
        if (labels.length < 2 || labels.length > MOST_LABELS) {
            return Optional.empty();
        }
        String rest = domain;
        for (int i = 0; i < labels.length - 1; i++) {
            if (others.contains(rest)) {
                return Optional.empty();
            }
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        int own = suffixes.contains(last(labels, 2)) ? 3 : 2;
        return labels.length < own ? Optional.empty() : Optional.of(last(labels, own));
    }

    private static String last(String[] labels, int count) {
        return String.join(".", Arrays.asList(labels).subList(labels.length - count, labels.length));
    }
}
