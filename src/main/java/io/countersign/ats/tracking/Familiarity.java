package io.countersign.ats.tracking;

import io.countersign.ats.joining.Employers;
import io.countersign.ats.joining.Person;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What other mails tell about the sender and the conversation of a mail. Immutable. */
record Familiarity(Employers known, Person person) {
    private static final Set<Category> BY_PEOPLE = Set.of(Category.PERSONAL, Category.EVENT);

    /** Words that change when more is known about a mail; empty when nothing is. */
    Optional<String> context(Message message) {
        if (message.understanding().category() == Category.SUSPICIOUS) {
            return Optional.empty();
        }
        if (person.wrote(message)) {
            return addressed(message);
        }
        var category = message.understanding().category();
        boolean byPeople = BY_PEOPLE.contains(category) || (category.isJobSearch() && category != Category.JOB_ALERT);
        boolean bulk = message.envelope().unsubscribable()
                || message.envelope().listId().isPresent();
        var employer = known.companyOf(message.envelope().senderDomain()).filter(_ -> byPeople && !bulk);
        boolean thread = known.isKnownThread(message.threadId());
        return thread ? Optional.of("thread " + employer.orElse("")) : employer;
    }

    /** The employer to whose people it is written. */
    Optional<String> addressed(Message message) {
        return message.envelope().to().stream()
                .map(Address::domain)
                .flatMap(domain -> known.companyOf(domain).stream())
                .findFirst();
    }

    /** True for a mail outside of known conversations by somebody who wrote about an application before. */
    boolean spokeBefore(Message message) {
        return known.isKnownPerson(message.envelope().from().email().toLowerCase(Locale.ROOT))
                && !known.isKnownThread(message.threadId());
    }
}
