package io.countersign.ats.joining;

import io.countersign.ats.SenderVolumes;
import io.countersign.ats.detection.KnownEmployers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What applications tell about who writes. Immutable. */
public final class Employers implements KnownEmployers {
    /** A domain that sends so many times as much mail about other things is no recruiter's. */
    private static final int OTHER_MAIL = 4;

    private static final int SOME = 3;

    private final TreeMap<String, Employer> byDomain;
    private final Set<Long> threads;
    private final Set<String> people;
    private final SenderDomains domains;

    /**
     * Who writes from a domain.
     *
     * @param mails how many mails announced a stage
     */
    record Employer(String name, int mails) {}

    /**
     * These.
     *
     * @param byDomain keys as {@link SenderDomains#employer} cuts them
     * @param threads conversations of applications
     * @param people addresses of those who wrote in one
     */
    Employers(Map<String, Employer> byDomain, Set<Long> threads, Set<String> people, SenderDomains domains) {
        this.byDomain = new TreeMap<>(byDomain);
        this.threads = Set.copyOf(threads);
        this.people = Set.copyOf(people);
        this.domains = domains;
    }

    /** Without the domains that mostly write about something else, such as the place where the person works. */
    public Employers recruiting(SenderVolumes volumes) {
        if (byDomain.isEmpty()) {
            return this;
        }
        var sent = new HashMap<String, Long>();
        volumes.byDomain()
                .forEach((domain, mails) ->
                        domains.employer(domain).ifPresent(own -> sent.merge(own, mails, Long::sum)));
        var few = new TreeMap<>(byDomain);
        few.entrySet()
                .removeIf(known -> sent.getOrDefault(known.getKey(), 0L)
                        > SOME + (long) OTHER_MAIL * known.getValue().mails());
        return new Employers(few, threads, people, domains);
    }

    @Override
    public Optional<String> companyOf(String senderDomain) {
        return domains.employer(senderDomain)
                .flatMap(domain -> Optional.ofNullable(byDomain.get(domain)))
                .map(Employer::name);
    }

    @Override
    public boolean isKnownThread(long threadId) {
        return threads.contains(threadId);
    }

    /** True for the address, in lower case, of somebody who wrote in an application. */
    public boolean isKnownPerson(String address) {
        return people.contains(address);
    }

    /** Differs as soon as other senders are known. */
    public String senders() {
        var names = new TreeMap<String, String>();
        byDomain.forEach((domain, employer) -> names.put(domain, employer.name()));
        return names.toString();
    }
}
