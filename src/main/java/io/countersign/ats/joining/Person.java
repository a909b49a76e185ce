package io.countersign.ats.joining;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.Message;
import io.countersign.mail.SentFolders;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Who the person is: the accounts of their mailbox, and the addresses that answers to applications go to. Immutable. */
public final class Person {
    private static final int FEWEST = 3;
    private static final double OFTEN = 0.2;

    private final Set<String> addresses;

    private Person(Set<String> addresses) {
        this.addresses = addresses;
    }

    /** Reads it from all mails that answer an application, and their accounts. */
    public static Person of(Collection<AtsMail> mails) {
        var addresses = new HashSet<String>();
        var answered = new HashMap<String, Integer>();
        int answers = 0;
        for (var mail : mails) {
            var envelope = mail.message().envelope();
            if (envelope.account().indexOf('@') > 0) {
                addresses.add(lower(envelope.account()));
            }
            if (mail.stated().flatMap(AtsFacts::stage).isPresent()) {
                answers++;
                envelope.to().stream()
                        .map(Address::email)
                        .map(Person::lower)
                        .distinct()
                        .forEach(to -> answered.merge(to, 1, Integer::sum));
            }
        }
        double enough = Math.max(FEWEST, OFTEN * answers);
        answered.forEach((address, times) -> {
            if (times >= enough && !address.isEmpty()) {
                addresses.add(address);
            }
        });
        return new Person(Set.copyOf(addresses));
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    Stream<String> domains() {
        return addresses.stream().map(address -> new Address("", address).domain());
    }

    public boolean is(String address) {
        return addresses.contains(lower(address));
    }

    /** True when the person wrote it. */
    public boolean wrote(Message message) {
        return is(message.envelope().from().email())
                || SentFolders.isSent(message.state().folder());
    }
}
