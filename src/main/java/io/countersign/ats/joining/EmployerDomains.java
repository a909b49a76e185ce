package io.countersign.ats.joining;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What domains tell about employers: whose people write from them, and whose name they bear. Used by one thread. */
final class EmployerDomains {
    private final SenderDomains domains;
    private final Companies companies;
    private final Person person;
    private final Map<String, Integer> mentions;
    private final Map<String, String> employerOfDomain = new HashMap<>();
    private final Map<String, Employers.Employer> knownDomains = new HashMap<>();
    private final Map<String, Optional<String>> domainsRead = new HashMap<>();

    /** @param mentions how often each employer is named */
    EmployerDomains(
            List<AtsMail> mails,
            SenderDomains domains,
            Companies companies,
            Person person,
            Map<String, Integer> mentions) {
        this.domains = domains;
        this.companies = companies;
        this.person = person;
        this.mentions = mentions;
        learnDomains(mails);
    }

    /** The domains of employers and how they are spelled. */
    Map<String, Employers.Employer> known() {
        return knownDomains;
    }

    /**
     * A domain from which people wrote about applications at one employer, and at no other, is that employer's; so is one that
     * bears an employer's name.
     */
    private void learnDomains(List<AtsMail> mails) {
        var seen = new HashMap<String, Map<String, TreeMap<String, Integer>>>();
        var own = person.domains().flatMap(domain -> own(domain).stream()).toList();
        for (var mail : mails) {
            var company =
                    mail.stated().filter(facts -> facts.stage().isPresent()).flatMap(AtsFacts::company);
            if (company.isPresent() && !person.wrote(mail.message())) {
                var name = ApplicationNames.cut(company.get());
                own(mail.message().envelope().senderDomain())
                        .filter(domain -> !own.contains(domain))
                        .ifPresent(domain -> seen.computeIfAbsent(domain, _ -> new HashMap<>())
                                .computeIfAbsent(companies.employer(name), _ -> new TreeMap<>())
                                .merge(name, 1, Integer::sum));
            }
        }
        seen.forEach((domain, employers) -> {
            var named = label(domain);
            var employer = employers.size() == 1 ? employers.keySet().iterator().next() : named;
            var spellings = employers.get(employer);
            if (spellings != null) {
                employerOfDomain.put(domain, employer);
                int told =
                        spellings.values().stream().mapToInt(Integer::intValue).sum();
                knownDomains.put(domain, new Employers.Employer(ApplicationNames.mostFrequent(spellings), told));
            }
        });
    }

    /** The domain when it is an employer's own, neither a relay's nor a provider's. */
    Optional<String> own(String domain) {
        return domainsRead.computeIfAbsent(domain, domains::employer);
    }

    /** The employer whose name a domain bears. */
    private String label(String domain) {
        return companies.employer(domain.substring(0, domain.indexOf('.')));
    }

    /** What only one mail names, from the domain that bears the name of an employer, is somebody else in that mail. */
    boolean isMisread(String employer, Message message) {
        return mentions.getOrDefault(employer, 0) == 1
                && own(message.envelope().senderDomain())
                        .map(this::label)
                        .filter(label -> !label.equals(employer) && mentions.getOrDefault(label, 0) > 1)
                        .isPresent();
    }

    /** The employer of the first of these people whose domain is known to be one's. */
    Optional<String> of(Set<String> people) {
        return people.stream()
                .sorted()
                .map(address -> new Address("", address).domain())
                .flatMap(domain -> own(domain).stream())
                .flatMap(domain -> Optional.ofNullable(employerOfDomain.get(domain))
                        .or(() -> Optional.of(label(domain)).filter(mentions::containsKey))
                        .stream())
                .findFirst();
    }
}
