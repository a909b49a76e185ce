package io.countersign.mail.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Followed mailboxes without a database or files. */
public final class InMemoryFollowedSources implements FollowedSources {
    private final Map<Path, FollowedSource> sources = new ConcurrentHashMap<>();

    /** With one of every kind and in every kind of trouble, and one at a very long path. */
    public static InMemoryFollowedSources usual(Instant now) {
        var made = new InMemoryFollowedSources();
        var home = Path.of("/home/ann");
        made.put(home.resolve("Maildir"), SourceKind.MAILDIR, 12_480, Optional.empty(), now);
        made.put(
                home.resolve(
                        ".thunderbird/a1b2c3d4.default-release/ImapMail/imap.a-rather-long-name-of-a-server.example.org/"
                                + "Archives-of-many-years.sbd/Applications-and-everything-about-them.sbd/2026-INBOX"),
                SourceKind.MBOX,
                1,
                Optional.empty(),
                now);
        made.put(Path.of("/media/ann/Backup/Mail"), SourceKind.FOLDER, 208, Optional.of(Trouble.MISSING), now);
        made.add(FollowedSource.unread(home.resolve("x\u202Egro.mbox"), SourceKind.MBOX));
        return made;
    }

    private void put(Path path, SourceKind kind, long mails, Optional<Trouble> trouble, Instant now) {
        add(new FollowedSource(
                path,
                kind,
                Optional.of(now.minusSeconds(900_000)),
                Optional.of(now.minusSeconds(300)),
                mails,
                trouble));
    }

    @Override
    public List<FollowedSource> all() {
        return sources.values().stream()
                .sorted(Comparator.comparing(source -> source.path().toString()))
                .toList();
    }

    @Override
    public void add(FollowedSource source) {
        sources.putIfAbsent(source.path(), source);
    }

    @Override
    public ReadMark mark(Path path) {
        return ReadMark.NOTHING;
    }

    @Override
    public void seen(Path path, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong begin(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void read(Path path, Instant at, ReadMark mark) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void troubled(Path path, Trouble trouble) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Forgotten> remove(Path path) {
        return Optional.ofNullable(sources.remove(path)).map(source -> new Forgotten(source, ReadMark.NOTHING));
    }

    @Override
    public void restore(Forgotten forgotten) {
        add(forgotten.source());
    }
}
