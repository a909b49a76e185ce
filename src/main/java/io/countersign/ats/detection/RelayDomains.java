package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import java.util.Set;

/** Domains that write for others: tracking systems, job boards, mail providers. Immutable and thread-safe. */
public final class RelayDomains {
    private final RelaySystems systems;
    private final Set<String> providers;

    private RelayDomains(RelaySystems systems, Set<String> providers) {
        this.systems = systems;
        this.providers = providers;
    }

    /** Reads the data files; a broken one throws {@code CountersignException.Invalid}. */
    public static RelayDomains load() {
        return new RelayDomains(
                new RelaySystems(DataFile.resource("ats", "systems.txt")), AtsDetection.mailProviders());
    }

    /** True for such a domain and all under it; {@code domain} is in lower case. */
    public boolean holds(String domain) {
        return systems.at(domain).isPresent() || providers.contains(domain);
    }
}
