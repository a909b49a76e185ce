package io.countersign.mail.sync;

import io.countersign.mail.MailSource;
import io.countersign.mail.MailSources;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.mail.Selection;
import io.countersign.mail.sync.ReadMark.FileMark;
import io.countersign.mail.sync.ReadMark.Listing;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One reading of a mailbox, of what is new since a mark, and the mark that it leaves. What a file or folder is like is noted
 * before it is read, so that whatever comes meanwhile is found the next time. For one thread.
 */
final class Reading implements Selection {
    /** So long after a change another one may leave no trace in the time of a file, or a mail be written to its end. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final long UNMEASURED = -1;

    private final Path root;
    private final ReadMark before;
    private final long now;
    private final boolean first;
    private final Map<Long, PartNames> parts = new HashMap<>();
    private final Map<Long, FileMark> files = new HashMap<>();
    private PartNames part = PartNames.none();
    private long file = UNMEASURED;
    private long position = UNMEASURED;

    private Reading(Path root, ReadMark before, Instant now, boolean first) {
        this.root = root;
        this.before = before;
        this.now = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        this.first = first;
    }

    /** An import by hand: all is read. */
    static Reading first(Path root, Instant now) {
        return new Reading(root, ReadMark.NOTHING, now, true);
    }

    /** What is new since {@code before}; the last mail of an mbox that was written to just now waits for the next time. */
    static Reading since(ReadMark before, Path root, Instant now) {
        return new Reading(root, before, now, false);
    }

    /**
     * The mailbox, as far as it is new.
     *
     * @throws io.countersign.shared.CountersignException.Invalid when it holds no mail
     */
    MailSource open() {
        var source = isEmptied() ? emptied() : new MailSources().at(root, this);
        return new MailSource() {
            @Override
            public void read(Sink sink, Progress progress) {
                source.read(counting(sink), progress);
            }

            @Override
            public boolean isPartial() {
                return !first;
            }
        };
    }

    /** So a mail program leaves an mbox whose mail was all filed. */
    private boolean isEmptied() {
        try {
            return !first && Files.isRegularFile(root) && Files.size(root) == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private MailSource emptied() {
        return (_, _) -> reach(root);
    }

    /** How far it was read. */
    ReadMark mark() {
        var listings = new HashMap<Long, Listing>();
        parts.forEach((part, names) -> listings.put(part, names.listing()));
        return new ReadMark(listings, files);
    }

    private long key(Path path) {
        return ReadMark.key(root.relativize(path));
    }

    /** Times that are too fresh, or in the future, may stand for more than one state. */
    private long modified(BasicFileAttributes facts) {
        long modified = facts.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return modified > now - FRESH.toNanos() ? ReadMark.UNKNOWN : modified;
    }

    private boolean isBeingWritten(BasicFileAttributes facts) {
        return !first && Math.abs(facts.lastModifiedTime().to(TimeUnit.NANOSECONDS) - now) <= FRESH.toNanos();
    }

    @Override
    public boolean isDue(Path maildirPart) {
        long path = key(maildirPart);
        var known = before.listing(path);
        part = PartNames.none();
        long modified;
        try {
            modified = modified(Files.readAttributes(maildirPart, BasicFileAttributes.class));
        } catch (IOException _) {
            return true; // whoever lists it says why it cannot be
        }
        boolean same = modified != ReadMark.UNKNOWN && modified == known.modified();
        part = new PartNames(known, modified, same);
        parts.put(path, part);
        return !same;
    }

    @Override
    public boolean isDue(Path maildirPart, String name) {
        file = UNMEASURED;
        return part.add(ReadMark.key(name));
    }

    @Override
    public Reach reach(Path path) {
        file = key(path);
        position = UNMEASURED;
        try {
            var facts = Files.readAttributes(path, BasicFileAttributes.class);
            var is = new FileMark(facts.size(), modified(facts), 0, 0, 0);
            var was = before.file(file);
            if (was.filter(known -> isSame(known, is)).isPresent()) {
                files.put(file, was.orElseThrow());
                return Reach.NOTHING;
            }
            boolean growing = isBeingWritten(facts);
            if (was.filter(known -> goesOn(known, is, path)).isPresent()) {
                var known = was.orElseThrow();
                // The last mail is read once more: it may have been written to its end only now.
                files.put(file, new FileMark(is.size(), is.modified(), 0, 0, known.mails()));
                return new Reach(true, known.lastMail(), growing);
            }
            files.put(file, is);
            return new Reach(true, 0, growing);
        } catch (IOException _) {
            return first ? Reach.ALL : Reach.NOTHING; // an import by hand says why; it is new once it can be read
        }
    }

    private static boolean isSame(FileMark was, FileMark is) {
        return is.modified() != ReadMark.UNKNOWN && was.modified() == is.modified() && was.size() == is.size();
    }

    /** Whether an mbox was only added to; one that was rewritten in place is read as a whole. */
    private static boolean goesOn(FileMark was, FileMark is, Path mbox) {
        boolean grown = is.size() > was.size() || (is.size() == was.size() && was.modified() == ReadMark.UNKNOWN);
        return grown && was.lastMail() > 0 && MboxTail.before(mbox, was.lastMail()) == was.before();
    }

    @Override
    public void ended(Path mbox, long lastMail) {
        var known = files.get(key(mbox));
        long tail = known != null && lastMail > 0 && MboxTail.isPlain(mbox) ? MboxTail.before(mbox, lastMail) : 0;
        if (known != null && tail != 0) {
            long mails = position == lastMail ? known.mails() - 1 : known.mails();
            files.put(key(mbox), new FileMark(known.size(), known.modified(), lastMail, tail, mails));
        }
    }

    private MailSource.Sink counting(MailSource.Sink sink) {
        return new MailSource.Sink() {
            @Override
            public void mail(RawMail mail) {
                files.computeIfPresent(
                        file,
                        (_, is) -> new FileMark(is.size(), is.modified(), is.lastMail(), is.before(), is.mails() + 1));
                position = mail.position();
                sink.mail(mail);
            }

            @Override
            public void rejected(Rejection rejection) {
                sink.rejected(rejection);
            }

            @Override
            public void unreadable(Rejection rejection) {
                forget(rejection.source());
                sink.unreadable(rejection);
            }
        };
    }

    /** What could not be read is read the next time, whether or not it looks changed then. */
    private void forget(String source) {
        try {
            var path = Path.of(source);
            files.remove(key(path));
            parts.remove(key(path));
            var parent = path.getParent();
            var names = parent == null ? null : parts.get(key(parent));
            if (names != null) {
                names.forget(ReadMark.key(path.getFileName().toString()));
            }
        } catch (InvalidPathException _) {
            // An entry of an archive: it is as damaged the next time.
            return;
        }
    }
}
