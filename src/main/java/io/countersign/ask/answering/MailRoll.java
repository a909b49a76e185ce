package io.countersign.ask.answering;

import io.countersign.mail.Address;
import io.countersign.mail.MailChanges;
import io.countersign.mail.MailChanges.Change;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What counting needs of all mail, in memory: about 150 bytes a mail. All mail is read once and kept in a file; from then on the
 * log is followed. Blocking and thread-safe.
 */
public final class MailRoll {
    private static final int STEP = 1000;
    private static final int REREAD_AFTER = 20_000;
    private static final int REWRITE_AFTER = 500;
    private static final Comparator<MailMark> NEWEST_FIRST = Comparator.comparingLong(MailMark::micros)
            .thenComparingLong(MailMark::id)
            .reversed();

    private final MessageRepository messages;
    private final MailChanges log;
    private final RollFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Address, Address> addresses = new HashMap<>();
    private final Map<MailMark.Flags, MailMark.Flags> flags = new HashMap<>();
    private List<MailMark> marks = List.of();
    private volatile long change = -1;

    /** @param file keeps it from one start to the next */
    public MailRoll(MessageRepository messages, MailChanges log, RollFile file) {
        this.file = file;
        this.messages = messages;
        this.log = log;
    }

    /** Reads all mail, or what was added or changed since, so that {@link #marks} has nothing to wait for. */
    public void prepare(Progress progress) {
        lock.lock();
        try {
            follow(progress);
        } finally {
            lock.unlock();
        }
    }

    /** All mail as of the newest change, newest first; empty while it is read for the first time: then a question reads what it needs itself. */
    Optional<List<MailMark>> marks(Progress progress) {
        if (change >= 0) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return Optional.empty();
        }
        try {
            follow(progress);
            return Optional.of(marks);
        } finally {
            lock.unlock();
        }
    }

    private void follow(Progress progress) {
        long latest = log.latest();
        if (change < 0) {
            recall(latest, progress);
        }
        if (latest != change && !isFollowed(latest, progress)) {
            readAll(latest, progress);
        }
    }

    /** Takes what was kept, unless it is of another state of the database than one that led to the present one. */
    private void recall(long latest, Progress progress) {
        file.read().filter(kept -> kept.change() <= latest).ifPresent(kept -> {
            marks = kept.marks();
            change = kept.change();
            if ((latest != change && !isFollowed(latest, progress)) || marks.size() != messages.count()) {
                change = -1;
            }
        });
    }

    private boolean isFollowed(long latest, Progress progress) {
        if (change < 0 || latest - change > REREAD_AFTER) {
            return false;
        }
        try {
            var changed = new HashSet<Long>();
            long followed = change;
            while (followed < latest) {
                progress.checkCancelled();
                var changes = log.after(followed, STEP);
                changes.stream().map(Change::messageId).forEach(changed::add);
                followed = changes.isEmpty() ? latest : changes.getLast().number();
            }
            replace(changed);
            change = followed;
            if (changed.size() > REWRITE_AFTER) {
                file.write(new RollFile.Kept(change, marks));
            }
            return true;
        } catch (MailChanges.Forgotten _) {
            return false;
        }
    }

    private void replace(Collection<Long> changed) {
        var all = new ArrayList<MailMark>(marks.size() + changed.size());
        marks.stream().filter(mark -> !changed.contains(mark.id())).forEach(all::add);
        messages.findAll(changed).forEach(mail -> all.add(mark(mail)));
        all.sort(NEWEST_FIRST);
        marks = all;
    }

    private void readAll(long latest, Progress progress) {
        var all = new ArrayList<MailMark>();
        // in the order in which it lies in the database, which is read in half the time
        messages.forEachFrom(0, mail -> {
            if (all.size() % STEP == 0) {
                progress.checkCancelled();
            }
            return all.add(mark(mail));
        });
        all.sort(NEWEST_FIRST);
        all.trimToSize();
        marks = all;
        change = latest;
        file.write(new RollFile.Kept(change, marks));
    }

    private MailMark mark(Message mail) {
        var mark = MailMark.withWords(mail);
        return mark.with(
                addresses.computeIfAbsent(mark.from(), same -> same),
                flags.computeIfAbsent(mark.flags(), same -> same));
    }
}
