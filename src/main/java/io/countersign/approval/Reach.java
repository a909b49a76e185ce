package io.countersign.approval;

import io.countersign.mail.Message;
import java.util.Set;

/** Which senders (their domains) and categories a policy has proposed something for. */
public record Reach(Set<String> domains, Set<String> categories) {
    /** A policy that has proposed nothing yet. */
    public static final Reach NONE = new Reach(Set.of(), Set.of());

    public Reach {
        domains = Set.copyOf(domains);
        categories = Set.copyOf(categories);
    }

    /** 2 when it knows the sender's domain, 1 when only the category, else 0. */
    public int nearness(Message mail) {
        return domains.contains(mail.envelope().senderDomain())
                ? 2
                : categories.contains(mail.understanding().category().id()) ? 1 : 0;
    }
}
