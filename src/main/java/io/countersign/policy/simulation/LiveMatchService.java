package io.countersign.policy.simulation;

import io.countersign.mail.MailChanges;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.Condition;
import io.countersign.policy.MatchTable;
import io.countersign.policy.MessageField;
import io.countersign.shared.task.Progress;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers from all mail in memory, which follows what changed and is given up when memory runs short. */
public final class LiveMatchService implements LiveMatches {
    private final MessageRepository messages;
    private final MailChanges log;
    private final Clock clock;
    private SoftReference<MailSnapshot> held = new SoftReference<>(null);

    public LiveMatchService(MessageRepository messages, MailChanges log, Clock clock) {
        this.messages = messages;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public MatchPreview matches(Condition condition, int limit, Progress progress) {
        return preview(snapshot(progress).table(), condition, limit, progress);
    }

    @Override
    public Optional<MatchPreview> ahead(Condition condition, int limit, Progress progress) {
        var snapshot = snapshot(progress);
        return snapshot.table().takesLong(condition)
                ? Optional.of(preview(snapshot.newest(), condition, limit, progress))
                : Optional.empty();
    }

    private MatchPreview preview(MatchTable table, Condition condition, int limit, Progress progress) {
        var matches = table.matches(condition, clock.instant(), progress);
        var ids = newest(table, matches.holding(), limit);
        return new MatchPreview(
                matches.holding().cardinality(),
                table.mails().size(),
                messages.findAll(ids).stream()
                        .sorted(Comparator.comparingInt(message -> ids.indexOf(message.id())))
                        .toList(),
                matches.problem());
    }

    private static List<Long> newest(MatchTable table, BitSet holding, int limit) {
        var ids = new ArrayList<Long>();
        for (int i = holding.nextSetBit(0); i >= 0 && ids.size() < limit; i = holding.nextSetBit(i + 1)) {
            ids.add(table.mails().get(i).id());
        }
        return ids;
    }

    @Override
    public List<String> complete(MessageField field, String typed, int limit) {
        return snapshot(Progress.none()).values().complete(field, typed, limit);
    }

    @Override
    public void prepare(Progress progress) {
        snapshot(progress);
    }

    private synchronized MailSnapshot snapshot(Progress progress) {
        long now = log.latest();
        var known = Optional.ofNullable(held.get());
        if (known.isPresent() && known.get().change() >= now) {
            return known.get();
        }
        var fresh = known.flatMap(before -> before.following(messages, log, progress))
                .orElseGet(() -> MailSnapshot.load(messages, now, progress));
        held = new SoftReference<>(fresh);
        return fresh;
    }
}
