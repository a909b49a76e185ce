package io.countersign.approval;

import io.countersign.approval.execution.LocalEntry.MutedList;
import io.countersign.mail.ArrivalRules;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailboxState;
import io.countersign.mail.RawMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends new mail of blocked senders to Junk, and new mail of muted lists from the inbox to Archive. Reads what was decided at
 * most once a second, since an import asks for every mail. Thread-safe.
 */
public final class DecidedArrivals implements ArrivalRules {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final LocalEntries entries;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, Set.of(), Set.of(), Set.of());

    public DecidedArrivals(LocalEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    private record Snapshot(Instant readAt, Set<String> blocked, Set<String> lists, Set<String> listSenders) {}

    @Override
    public MailboxState onArrival(Envelope envelope, MailboxState state) {
        var known = current();
        var sender = envelope.from().email().toLowerCase(Locale.ROOT);
        if (known.blocked().contains(sender)) {
            return state.withFolder(MailboxState.JUNK);
        }
        boolean muted = envelope.listId()
                .map(known.lists()::contains)
                .orElseGet(() -> known.listSenders().contains(sender));
        return muted && state.folder().equals(RawMail.INBOX) ? state.withFolder(MailboxState.ARCHIVE) : state;
    }

    private Snapshot current() {
        var known = snapshot;
        var now = clock.instant();
        if (known.readAt().isBefore(now.minus(FRESH))) {
            var muted = entries.mutedLists();
            known = new Snapshot(
                    now,
                    entries.blockedSenders(),
                    muted.stream()
                            .map(MutedList::listId)
                            .filter(id -> !id.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()),
                    muted.stream()
                            .filter(list -> list.listId().isEmpty())
                            .map(MutedList::address)
                            .collect(Collectors.toUnmodifiableSet()));
            snapshot = known;
        }
        return known;
    }
}
