package io.countersign.ats.tracking;

import io.countersign.ats.Application;
import io.countersign.ats.joining.Employers;
import io.countersign.ats.joining.NameTokens;
import io.countersign.ats.joining.SenderDomains;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the applications at an employer who is named by a name or by a mail domain. Immutable and thread-safe. */
final class EmployerSearch {
    private static final double SAME_EMPLOYER = 0.5;

    private final NameTokens tokens = NameTokens.load();
    private final SenderDomains domains = SenderDomains.load();

    /** Tells whether an application is at that employer. */
    Predicate<Application> at(String companyOrDomain, Employers known) {
        var words = tokens.company(nameOf(companyOrDomain, known));
        return application -> isAt(application, words);
    }

    /** An employer's domain stands for its name: the one that its people's mail gave, else what the domain begins with. */
    private String nameOf(String companyOrDomain, Employers known) {
        var domain = companyOrDomain.strip().toLowerCase(Locale.ROOT);
        domain = domain.substring(domain.lastIndexOf('@') + 1);
        var label = domain.contains(" ") ? Optional.<String>empty() : domains.employer(domain);
        return known.companyOf(domain)
                .or(() -> label.map(own -> own.substring(0, own.indexOf('.'))))
                .orElse(companyOrDomain);
    }

    private boolean isAt(Application application, Set<String> words) {
        var own = tokens.company(application.company());
        boolean same = !own.isEmpty() && String.join("", own).equals(String.join("", words));
        return same || NameTokens.shared(own, words) >= SAME_EMPLOYER;
    }
}
