package io.countersign.ats;

import io.countersign.ats.detection.KnownEmployers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What applications tell about who writes. Immutable. */
public final class Employers implements KnownEmployers {
    private final TreeMap<String, String> names;
    private final Set<Long> threads;
    private final SenderDomains domains;

    /**
     * These.
     *
     * @param names an employer's name by the mail domain of its people, as {@link SenderDomains#employer} cuts it
     * @param threads conversations of applications
     */
    Employers(Map<String, String> names, Set<Long> threads, SenderDomains domains) {
        this.names = new TreeMap<>(names);
        this.threads = Set.copyOf(threads);
        this.domains = domains;
    }

    @Override
    public Optional<String> companyOf(String senderDomain) {
        return domains.employer(senderDomain).flatMap(domain -> Optional.ofNullable(names.get(domain)));
    }

    @Override
    public boolean isKnownThread(long threadId) {
        return threads.contains(threadId);
    }

    /** Differs as soon as other domains or other names are known. */
    String senders() {
        return names.toString();
    }
}
