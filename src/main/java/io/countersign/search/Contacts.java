package io.countersign.search;

import io.countersign.mail.Address;
import io.countersign.mail.MailChanges;
import io.countersign.mail.MailChanges.Change;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.SentMail;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The people whom the person writes to, as of the newest change of mail: read once, then what was added or changed since is
 * looked at. Blocking and thread-safe.
 */
final class Contacts {
    private static final int STEP = 1000;
    private static final int MOST_STEPS = 5;

    private final SentMail sent;
    private final MailChanges log;
    private final MessageRepository messages;
    private Set<String> addresses = Set.of();
    private long change = -1;

    Contacts(SentMail sent, MailChanges log, MessageRepository messages) {
        this.sent = sent;
        this.log = log;
        this.messages = messages;
    }

    /** Addresses in lower case. */
    synchronized Set<String> addresses() {
        long latest = log.latest();
        if (latest != change && !followed(latest)) {
            addresses = Set.copyOf(sent.recipients());
            change = latest;
        }
        return addresses;
    }

    private boolean followed(long latest) {
        if (change < 0) {
            return false;
        }
        try {
            for (int step = 0; step < MOST_STEPS && change < latest; step++) {
                var changes = log.after(change, STEP);
                add(messages.findAll(
                        changes.stream().map(Change::messageId).distinct().toList()));
                change = changes.isEmpty() ? latest : changes.getLast().number();
            }
            return change >= latest;
        } catch (MailChanges.Forgotten _) {
            return false;
        }
    }

    private void add(List<Message> changed) {
        var more = new HashSet<String>();
        changed.stream()
                .filter(SentMail::isSent)
                .flatMap(mail -> mail.envelope().to().stream())
                .map(Address::email)
                .map(email -> email.toLowerCase(Locale.ROOT))
                .filter(email -> !email.isEmpty() && !addresses.contains(email))
                .forEach(more::add);
        if (!more.isEmpty()) {
            more.addAll(addresses);
            addresses = Set.copyOf(more);
        }
    }
}
